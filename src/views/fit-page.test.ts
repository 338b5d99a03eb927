import { expect, test } from 'vitest';
import { fitting, mostPageBytes, PageTooLarge } from './fit-page.ts';

/** A page of so many bytes beside its texts, which are as long as they may be; each text that is cut gets a link. */
const aPage = ({ frame, texts, link = 0 }: { frame: number; texts: number; link?: number }) => {
  const { fitted, hasList, mustShrink } = fitting('the page gala/');
  const rooms: number[] = [];
  const print = (): number => {
    const { list } = fitted((room) => {
      rooms.push(room);
      return { list: { taken: Math.min(texts, room) } };
    });
    return frame + list.taken + (list.taken < texts ? link : 0);
  };
  const render = (): number => {
    for (;;) {
      const bytes = print();
      if (!mustShrink(bytes)) return bytes;
    }
  };
  return { render, rooms, hasList };
};

test('a page that fits is rendered once, with all of its texts', () => {
  const { render, rooms, hasList } = aPage({ frame: 100_000, texts: mostPageBytes - 100_000 });
  expect(render()).toBe(mostPageBytes);
  expect(rooms).toEqual([Number.POSITIVE_INFINITY]);
  expect(hasList()).toBe(true);
});

test('a page that is too large is rendered again with as much room less as it was too large', () => {
  const { render, rooms } = aPage({ frame: 100_000, texts: 250_000 });
  expect(render()).toBe(mostPageBytes);
  expect(rooms).toEqual([Number.POSITIVE_INFINITY, 200_000]);
});

test('what comes with a cut is made room for as well', () => {
  const { render, rooms } = aPage({ frame: 100_000, texts: 250_000, link: 30_000 });
  expect(render()).toBe(mostPageBytes);
  expect(rooms).toEqual([Number.POSITIVE_INFINITY, 200_000, 170_000]);
});

test('a page that nothing helps is rendered without any text, and then it is an error that names it', () => {
  const { render, rooms } = aPage({ frame: mostPageBytes + 1, texts: 10 });
  expect(render).toThrow(PageTooLarge);
  expect(render).toThrow(
    'Unexpected 300001 bytes of the page gala/ without any text of its entries, expected at most 300000. Shorten what else stands on it: titles, labels, notes, topics, or the standfirst of the event.',
  );
  expect(rooms.slice(0, 2)).toEqual([Number.POSITIVE_INFINITY, 0]);
});

test('a page that grows with every cut ends without any text', () => {
  const { fitted, mustShrink } = fitting('the page gala/');
  const rooms: number[] = [];
  let bytes = mostPageBytes;
  const render = (): boolean => {
    fitted((room) => {
      rooms.push(room);
      return { list: { taken: 1_000_000 } };
    });
    bytes += 1;
    return mustShrink(rooms.at(-1) === 0 ? 1000 : bytes);
  };
  while (render());
  expect(rooms).toHaveLength(6);
  expect(rooms.at(-1)).toBe(0);
});

test('a page without a list is not measured', () => {
  const { hasList, mustShrink } = fitting('the page gala/');
  expect(hasList()).toBe(false);
  expect(mustShrink(1_000_000)).toBe(false);
});
