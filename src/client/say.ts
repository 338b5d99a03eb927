/** Tells those who do not see the page what has happened, without interrupting them. */
export const say = (text: string): void => {
  const status = document.getElementById('page.status');
  if (status) status.textContent = text;
};
