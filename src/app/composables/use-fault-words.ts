import { useLanguage } from './use-language.ts';

const has = <T extends object>(words: T, code: string): code is Extract<keyof T, string> =>
  Object.hasOwn(words, code);

/** Words for the engine's codes; a code without words is shown as it is. */
export const useFaultWords = () => {
  const { words, fill } = useLanguage();
  return {
    titleOf: (code: string): string => {
      const { faults } = words.value;
      return has(faults, code) ? faults[code].title : fill(faults.unknown.title, { code });
    },
    adviceOf: (code: string): string => {
      const { faults } = words.value;
      return has(faults, code) ? faults[code].advice : faults.unknown.advice;
    },
    /** How to mend a text that breaks a rule. */
    mendOf: (rule: string): string => {
      const { mends } = words.value.texts;
      return has(mends, rule) ? mends[rule] : '';
    },
    ruleOf: (rule: string): string => {
      const { rules } = words.value;
      return has(rules, rule) ? rules[rule] : rule;
    },
  };
};
