// A button that takes a file, or a folder of files, from the computer; the same one twice in a row counts twice.

import type { JSX } from "preact";

interface Button {
  mark: Record<`data-${string}`, string>;
  label: string;
}

function Taking({ mark, label, folder, take }: Button & { folder?: boolean; take: (files: FileList) => void }): JSX.Element {
  return (
    <label class="button">
      {label}
      <input
        type="file"
        class="hidden"
        {...mark}
        ref={(element) => folder && element?.setAttribute("webkitdirectory", "")}
        onChange={(event) => {
          const files = event.currentTarget.files;
          if (files?.length) take(files);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}

export const FolderButton = (given: Button & { take: (files: FileList) => void }): JSX.Element => <Taking {...given} folder />;

export function FileButton({ take, ...button }: Button & { take: (file: File) => void }): JSX.Element {
  return <Taking {...button} take={([file]) => file && take(file)} />;
}
