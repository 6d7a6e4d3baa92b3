/** Choices about the page itself, never about data. Storage may be switched off: then they last a visit. */
type Choice = 'language' | 'theme';

const key = (choice: Choice): string => `vygoda.${choice}`;

export const readChoice = (choice: Choice): string | null => {
  try {
    return localStorage.getItem(key(choice));
  } catch {
    return null;
  }
};

export const saveChoice = (choice: Choice, value: string): void => {
  try {
    localStorage.setItem(key(choice), value);
  } catch {
    // Private windows and strict settings refuse; the choice still holds until the page closes.
  }
};
