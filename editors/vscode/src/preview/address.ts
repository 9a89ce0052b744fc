/** The address at which a preview says that it is. */

const ADDRESS = /http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d{1,5}(?:\/[\w\-./?=&%]*)?/;

/** The first address of this machine in `text`, undefined if there is none yet. */
export function addressIn(text: string): string | undefined {
    return ADDRESS.exec(text)?.[0];
}
