// Where the engine differs from graphql-js 16.11 on purpose. The README tells the reasons; these tests find the cases.

const says = (pattern) => ({ expected }) => expected.errors.some(({ message }) => pattern.test(message));

export const DEVIATIONS = {
  'descriptions on operations and fragments': (it) =>
    says(/^Syntax Error: Unexpected description/)(it) &&
    /^("""(\\"""|[^])*?"""|"[^"]*")[\s,\uFEFF]*(#.*\s*)*(query|mutation|subscription|fragment)\b/.test(rest(it)),
  'descriptions on variables': says(/^Syntax Error: Expected "\$", found (Block)?String/),
};

/** The name of the deviation that a case with its answer shows; `undefined` where the engine must answer the same. */
export const deviationOf = (it) => Object.keys(DEVIATIONS).find((name) => DEVIATIONS[name](it));

/** The text from the place of the first error. */
function rest({ document, schema, expected }) {
  const [{ line, column }] = expected.errors[0].locations;
  return (document ?? schema).split(/\r\n|\r|\n/).slice(line - 1).join('\n').slice(column - 1);
}
