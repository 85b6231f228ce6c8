/** Text of others in a message of the editor. */

/**
 * A line of seocheck as a message that has no links. The editor makes links of `[text](command:...)` that run its
 * commands, and a line may quote the name of a file, or the settings of a folder that nobody trusts.
 */
export function plain(line: string): string {
  return line.replace(/\]\(/g, '] (');
}
