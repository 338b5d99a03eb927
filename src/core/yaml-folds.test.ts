import { expect, test } from 'vitest';
import { collectDiagnostics } from './diagnostics.ts';
import { readYaml } from './yaml.ts';

const descriptionIn = (yaml: string): unknown => {
  const { report } = collectDiagnostics();
  const data: unknown = readYaml('gala/event.md', yaml, yaml, report)?.data;
  return typeof data === 'object' && data !== null && 'description' in data ? data.description : undefined;
};

test.each([
  ['description: >-\n  第一條船到達，\n  歡呼不斷。\n', '第一條船到達，歡呼不斷。'],
  ['description: 先頭の船が\n  到着した\n', '先頭の船が到着した'],
  ['description: "先頭の船が\n  到着 した"\n', '先頭の船が到着 した'],
  ['description: |-\n  先頭の\n  船\n', '先頭の船'],
])('a value that goes on in another line has no blank within Chinese and Japanese: %j', (yaml, value) => {
  expect(descriptionIn(yaml)).toBe(value);
});

test.each([
  ['description: >-\n  Boats and\n  bands\n', 'Boats and bands'],
  ['description: >-\n  東京 2020\n  大会\n', '東京 2020 大会'],
  ['description: >-\n  배가\n  들어왔다\n', '배가 들어왔다'],
  ['description: >-\n  第一段\n\n  第二段\n', '第一段\n第二段'],
])('and keeps it elsewhere: %j', (yaml, value) => {
  expect(descriptionIn(yaml)).toBe(value);
});
