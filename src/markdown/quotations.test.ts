import { describe, expect, it } from 'vitest';
import { aBody } from './testing.ts';

const htmlOf = (markdown: string): string => aBody(markdown).html.replaceAll('\n', '');
const speakerIn = (markdown: string): string | undefined =>
  /<figcaption>(.*)<\/figcaption>/.exec(htmlOf(markdown))?.[1];

describe('a quotation', () => {
  it('whose last line begins with a dash has a speaker, and a role behind the comma', () => {
    expect(htmlOf('> One small step.\n> — Neil Armstrong, commander')).toBe(
      '<figure class="quotation"><blockquote><p>One small step.</p></blockquote><figcaption><b>Neil Armstrong</b>, commander</figcaption></figure>',
    );
  });

  it.each([
    ['a line of its own', '> One.\n>\n> — Ada Moon', '<b>Ada Moon</b>'],
    ['a hard break', '> One.  \n> — Ada Moon', '<b>Ada Moon</b>'],
    ['a short dash', '> One.\n> – Ada Moon', '<b>Ada Moon</b>'],
    ['two hyphens', '> One.\n> -- Ada Moon', '<b>Ada Moon</b>'],
    ['no blank', '> One.\n> —Ada Moon', '<b>Ada Moon</b>'],
    ['a lazy line', '> One.\n— Ada Moon', '<b>Ada Moon</b>'],
    [
      'a link',
      '> One.\n> — [Ada Moon](https://a.example), pilot',
      '<b><a href="https://a.example" rel="external" class="external">Ada Moon</a></b>, pilot',
    ],
    ['emphasis in the role', '> One.\n> — Ada Moon, *pilot*', '<b>Ada Moon</b>, <em>pilot</em>'],
    ['another script', '> 一。\n> —— 张三，主持人', '<b>张三</b>，主持人'],
    ['an abbreviation at its end', '> One.\n> — Robert Downey Jr.', '<b>Robert Downey Jr.</b>'],
    ['several paragraphs before', '> One.\n>\n> Two *words*\n> more.\n> — Ada', '<b>Ada</b>'],
  ])('may be written with %s', (_, markdown, speaker) => expect(speakerIn(markdown)).toBe(speaker));

  it.each([
    ['without a dash', '> One.\n> Ada Moon'],
    ['of a dash alone', '> — Ada Moon'],
    ['that is a dialogue', '> — Where are you?\n> — Here, behind you'],
    ['that ends with speech', '> He said it at once.\n> — And then he left.'],
    ['whose last line is long', `> One.\n> — ${'word '.repeat(30)}`],
    ['with a list', '> One.\n>\n> - Ada Moon'],
    ['with a rule', '> One.\n>\n> ---'],
    ['with a hyphen in it', '> One.\n> Ada Moon-Lee'],
    ['that ends with code', '> One.\n>\n>     -- Ada'],
  ])('%s has no speaker', (_, markdown) => {
    expect(htmlOf(markdown)).not.toContain('figcaption');
    expect(htmlOf(markdown)).toMatch(/^<blockquote>/);
  });

  it('within another has its own', () => {
    expect(htmlOf('> She read:\n>\n> > One.\n> > — Ada')).toBe(
      '<blockquote><p>She read:</p><figure class="quotation"><blockquote><p>One.</p></blockquote><figcaption><b>Ada</b></figcaption></figure></blockquote>',
    );
  });
});
