/** Most numbers of lines that a message lists. */
const most = 8;

/** Lines as a message names them: `line 4`, `lines 4 and 9`, `lines 1, 2, 3 and 12 more`. */
export const lineList = (numbers: readonly number[]): string => {
  const [first = 0] = numbers;
  if (numbers.length <= 1) return `line ${first}`;
  const shown = numbers.length <= most ? numbers.slice(0, -1) : numbers.slice(0, most);
  const rest = numbers.length <= most ? `${numbers.at(-1)}` : `${numbers.length - most} more`;
  return `lines ${shown.join(', ')} and ${rest}`;
};

/** The same at the beginning of a sentence. */
export const startWithLines = (numbers: readonly number[]): string => lineList(numbers).replace(/^l/, 'L');
