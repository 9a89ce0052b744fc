// How high what stays at the top of the window is: what is to stay in sight stands below it.

import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** The custom property `name` of the page is the height of the element that takes this reference. */
export function useHeightAs<T extends HTMLElement>(name: string): RefObject<T> {
  const found = useRef<T>(null);
  useEffect(() => {
    const element = found.current;
    if (!element) return undefined;
    const told = new ResizeObserver(() => document.documentElement.style.setProperty(name, `${element.offsetHeight}px`));
    told.observe(element);
    return () => told.disconnect();
  }, []);
  return found;
}
