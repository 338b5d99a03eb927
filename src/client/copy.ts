import { say } from './say.ts';

/** Gives entries a button that copies their permanent address, where the browser lets a page copy. */
export const offerCopies = (tools: HTMLElement, entries: Iterable<Element>): void => {
  for (const button of tools.querySelectorAll<HTMLButtonElement>('button.copy')) {
    button.hidden = !navigator.clipboard;
    listen(button, tools);
  }
  if (!navigator.clipboard) return;
  for (const entry of entries) {
    const link = entry.querySelector<HTMLAnchorElement>('h3 a');
    if (!link) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    // A copy of the site, which lies elsewhere, says where the entry is published.
    button.dataset['address'] = link.dataset['address'] ?? `${link.dataset['origin']}${link.getAttribute('href')}`;
    // Beside the time; an entry without one has it beside its title.
    const place = entry.querySelector('.when');
    if (place) place.append(button);
    else link.closest('h3')?.after(button);
    listen(button, tools);
  }
};

const listen = (button: HTMLButtonElement, tools: HTMLElement): void => {
  const { copy = '', copied = '' } = tools.dataset;
  const offer = (): void => {
    button.textContent = copy;
  };
  offer();
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset['address'] ?? '');
    say(copied);
    button.textContent = copied;
    setTimeout(offer, 2000);
  });
};
