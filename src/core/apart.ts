/** A number that is whole: what stands beside it, such as the dash of a range, is not joined to it. */
export const apart = (number: string): string => `  ${number}  `;
