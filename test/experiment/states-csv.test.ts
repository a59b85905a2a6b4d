import { describe, expect, test } from 'vitest';
import { splitCells } from '../../src/experiment/format/cells.ts';
import { readStates } from '../../src/experiment/format/states-csv.ts';
import { ChoiceError } from '../../src/experiment/refusal.ts';

const STATES = [
  [0.1, 0.2, -0.3, 0.4],
  [1, 2, 3, 4],
];

const read = async (content: string) => {
  const states = await readStates([content], 'a.csv');
  return Array.from({ length: states.length / 4 }, (_, i) => [
    ...states.subarray(4 * i, 4 * i + 4),
  ]);
};

describe('reads', () => {
  test.each([
    ['numbers alone', '0.1,0.2,-0.3,0.4\n1,2,3,4\n'],
    ['blanks, carriage returns and a byte order mark', '\uFEFF 0.1, 0.2,-0.3 ,0.4\r\n\r\n1,2,3,4'],
    ['real minus signs', '0.1,0.2,−0.3,0.4\n1,2,3,4'],
    ['fractions', '1/10,1/5,-3/10,2/5\n1,2,3,4'],
    ['quoted numbers', '"0.1","0.2","-0.3","0.4"\n"1","2","3","4"'],
    ['decimal commas between semicolons', '0,1;0,2;-0,3;0,4\n1;2;3;4'],
    ['decimal commas between tabs', '0,1\t0,2\t−0,3\t0,4\n1\t2\t3\t4'],
    ['decimal commas between blanks', '0,1 0,2 -0,3  0,4\n1 2 3 4'],
    ['quoted decimal commas', '"0,1","0,2","-0,3","0,4"\n1,2,3,4'],
    ['comments', '# anything\n0.1,0.2,-0.3,0.4 # first\n#\n1,2,3,4\n# theta1,phi1'],
    ['a header', 'phi1,phi2,theta1,theta2\n0.1,0.2,-0.3,0.4\n1,2,3,4'],
    ['other names', 'theta1,theta2,phi1,phi2\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['quoted names', '"theta1","theta2","phi1","phi2"\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['capitals', 'Theta1,THETA2,Phi1,phi2\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['names with blanks', ' theta 1 , theta 2, phi 1,phi 2\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['names with underscores', 'theta_1;theta_2;phi_1;phi_2\n-0.3;0.4;0.1;0.2\n3;4;1;2'],
    ['Greek letters and subscripts', 'θ₁,θ₂,φ₁,φ₂\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['Greek capitals and variants', 'Θ1,ϑ2,ϕ1,Φ2\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['names as the page writes them', 'θ₁(0),θ₂(0),φ₁(0),φ₂(0)\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['TeX', '$\\theta_1$,$\\theta_{2}$,\\phi_1,\\phi_2\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['a header in a comment', '# theta1,theta2,phi1,phi2\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['numpy.savetxt', '# theta1 theta2 phi1 phi2\n-3.0e-01 4.0e-01 1.0e-01 2.0e-01\n3 4 1 2'],
    ['numpy.savetxt with commas', '# theta1 theta2 phi1 phi2\n-0.3,0.4,0.1,0.2\n3,4,1,2'],
    ['other columns', 't,note,phi1,phi2,theta1,theta2\n0,"a, b",0.1,0.2,-0.3,0.4\nx,,1,2,3,4'],
    ['the last header of several comments', '# of θ\n# phi2,phi1,theta1,theta2\n0.2,0.1,-0.3,0.4\n2,1,3,4'],
  ])('%s', async (_, content) => {
    expect(await read(content)).toEqual(STATES);
    // In pieces of one character: ends of lines and comments may be cut anywhere.
    expect(await readStates(content, 'a.csv')).toEqual(new Float64Array(STATES.flat()));
  }); // prettier-ignore

  test('nothing where there is nothing', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('# phi1,phi2,theta1,theta2\n\n')).toEqual([]);
  });
});

describe('refuses', () => {
  test.each([
    ['words that name nothing', 'a,b,c,d\n1,2,3,4', /line 1 of a.csv: a,b,c,d, expected four numbers .*, or first a header that names phi1, phi2, theta1, theta2$/],
    ['NA', 'NA,NA,NA,NA\n1,2,3,4', /line 1 of a.csv: NA,NA,NA,NA, expected/],
    ['a component that is missing', 'theta1,theta2,phi1,x\n1,2,3,4', /line 1 .*; phi2 is missing$/],
    ['components from 0', 'theta0,theta1,phi0,phi1\n1,2,3,4', /; phi2 is missing$/],
    ['a component twice', 'theta1,theta1,phi1,phi2,theta2\n1,2,3,4,5', /; theta1 is there 2 times$/],
    ['a comment of names that are too few', '# theta1,theta2,phi1\n1,2,3', /line 1 .*; phi2 is missing/],
    ['a second header', 'phi1,phi2,theta1,theta2\n1,2,3,4\nphi1,phi2,theta1,theta2\n', /line 3 of/],
    ['too few cells', '1,2,3,4\n1,2,3\n', /line 2 of a.csv: 1,2,3, expected four numbers/],
    ['too many cells', '1,2,3,4,5\n', /line 1 of/],
    ['fewer cells than the header', 'n,phi1,phi2,theta1,theta2\n1,2,3,4', /line 2 .*expected 5 cells as in the header/],
    ['an empty cell', '\r\n1,2,3,4\r\n1,2,,4\r\n', /line 3 of/],
    ['a word', '1,2,x,4', /line 1 of/],
    ['infinity', '1,2,3,4\n1,2,3,inf', /line 2 of/],
    ['what is too large', '1,2,3,2000', /line 1 of .* within ±1000/],
    ['thousands', '1;2;3;1,234', /line 1 of/],
    ['two states in a line', '1,2,3,4 1,2,3,4', /line 1 of/],
    ['a unit', '1,2,3,4m', /line 1 of/],
    ['control characters', '1,2,3,\u001B[2J\u00004', /^invalid inits: line 1 of a\.csv: [^\p{Cc}]+$/u],
  ])('%s', async (_, content, says) => {
    await expect(read(content)).rejects.toThrow(ChoiceError);
    await expect(read(content)).rejects.toThrow(says);
  }); // prettier-ignore

  test('a line without end, at once', async () => {
    function* endless() {
      for (;;) yield '\0'.repeat(65_536);
    }
    await expect(readStates(endless(), '/dev/zero')).rejects.toThrow(
      /^invalid inits: line 1 of \/dev\/zero: .*, expected at most 1048576 characters$/,
    );
  });
});

test('more states than there is room for at first', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `${i / 10},0,0,${-i / 10}\n`);
  const states = await read(lines.join(''));
  expect(states).toHaveLength(5000);
  expect(states[4999]).toEqual([499.9, 0, 0, -499.9]);
});

test.each([
  ['a,b', ['a', 'b']],
  ['a,"b,c";d', ['a,"b,c"', 'd'].map((cell) => cell.replaceAll('"', ''))],
  ['"say ""x""",2', ['say "x"', '2']],
  ['"a;b",c', ['a;b', 'c']],
  ['a\t b', ['a', 'b']],
  [' a  b ', ['a', 'b']],
  ['a,,b', ['a', '', 'b']],
])('the cells of %j', (line, cells) => {
  expect(splitCells(line)).toEqual(cells);
});
