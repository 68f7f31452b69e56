/** A plain table: first column left, the others right-aligned. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => (row[at] ?? '').length)));
  const line = (cells: string[]): string =>
    `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('   ')}`.trimEnd();
  return [line(head), `  ${widths.map((width) => '-'.repeat(width)).join('   ')}`, ...rows.map(line)].join('\n');
}
