/** A name that none of `taken` has, which it joins: the second `a.csv` is `a.csv (2)`, and sorts behind. */
export const freeName = (name: string, taken: Set<string>): string => {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} (${n})`;
  taken.add(free);
  return free;
};
