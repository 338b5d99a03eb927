import { describe, expect, it } from 'vitest';
import { lineOfText, updateContentOf, withVideos } from './body.ts';

describe('the text of an update', () => {
  it.each([
    '<p>One &amp; two</p>',
    'One<br>two',
    'One &lt;b&gt; <em>two</em>',
    '<a href="https://example.org">One</a>',
  ])('is HTML where it has tags: %s', (value) => {
    expect(updateContentOf(` ${value}\n`)).toEqual({ kind: 'html', value });
  });

  it.each([
    ['&lt;p&gt;One &amp;amp; two&lt;/p&gt;', '<p>One &amp; two</p>'],
    ['&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;', '<p>One</p>'],
    ['&#60;b&#62;One&#60;/b&#62; two', '<b>One</b> two'],
    ['One&lt;br /&gt;two', 'One<br />two'],
  ])('is HTML where its tags are escaped once or twice: %s', (written, value) => {
    expect(updateContentOf(written)).toEqual({ kind: 'html', value });
  });

  it.each([
    ['One &#39;two&#39;', "One 'two'"],
    ['One &amp;#39;two&amp;#39;', "One 'two'"],
    ['Fish & chips < 3 &copy;', 'Fish & chips < 3 ©'],
    ['Write &lt;b&gt;, then &lt;/b&gt;', 'Write <b>, then </b>'],
    ['a <3 b > c', 'a <3 b > c'],
    ['One\nTwo\r\n Three ', 'One\n\nTwo\n\nThree'],
    ['One\nstill one\n\n\n\nTwo', 'One\nstill one\n\nTwo'],
    ['', ''],
  ])('is plain where it has none, or only mentions some: %j', (written, value) => {
    expect(updateContentOf(written)).toEqual({ kind: 'text', value });
  });
});

it('says a headline on one line', () => {
  expect(lineOfText(' A &amp;#39;big&amp;#39;\n <b>record</b> &amp; more')).toBe("A 'big' record & more");
});

it('puts links to videos below a text', () => {
  const address = 'https://example.org/?a=1&b="2"';
  expect(withVideos({ kind: 'text', value: 'One' }, [address, 'https://example.org/3'])).toEqual({
    kind: 'text',
    value: `One\n\nVideo: ${address}\n\nVideo: https://example.org/3`,
  });
  expect(withVideos({ kind: 'html', value: '<p>One</p>' }, [address]).value).toBe(
    '<p>One</p>\n<p>Video: <a href="https://example.org/?a=1&amp;b=&quot;2&quot;">https://example.org/?a=1&amp;b=&quot;2&quot;</a></p>',
  );
  expect(withVideos({ kind: 'text', value: '' }, []).value).toBe('');
});
