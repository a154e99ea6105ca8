declare module '*.graphql' {
  const text: string;
  export default text;
}
declare module 'virtual:licences' {
  const packages: { name: string; version: string; licence: string; text: string }[];
  export default packages;
}
