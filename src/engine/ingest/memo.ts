const MAX_REMEMBERED = 1 << 12;

/** A pure function of texts that remembers its answers while the texts are few, as they mostly are. */
export const remembered = <T>(read: (text: string) => T): ((text: string) => T) => {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = read(text);
    if (answers.size < MAX_REMEMBERED) answers.set(text, answer);
    return answer;
  };
};
