import { expect, test } from 'vitest';
import { csv } from './download';

test('cells are quoted where they must, and formulas are held back', () =>
  expect(csv([['a,"b', -1, null, '=1+1', '@x', 'ok']])).toBe('\ufeff"a,""b",-1,,\'=1+1,\'@x,ok\r\n'));
