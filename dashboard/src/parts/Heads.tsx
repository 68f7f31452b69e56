/** The heads of a table: the first is of words, the others of figures. `words`: the class of the first. */
export const Heads = ({ columns, words = 'text' }: { columns: readonly string[]; words?: string }) =>
  columns.map((column, at) => (
    <th key={column} scope="col" className={at === 0 ? words : ''}>
      {column}
    </th>
  ));
