import { describe, expect, it } from 'vitest';
import { firstName } from '../../../src/engine/texts/first-name.ts';

describe('firstName', () => {
  it.each([
    ['Айгерим', 'Айгерим'],
    ['  Әлия  Қайратқызы ', 'Әлия'],
    ['Анна\u00a0Петрова', 'Анна'],
    ['Гүл-Жанар', 'Гүл-Жанар'],
    ["Д'Артаньян", "Д'Артаньян"],
    ['АЙГЕРИМ', 'Айгерим'],
    ['анна-МАРИЯ', 'Анна-Мария'],
    ['МакДональд', 'МакДональд'],
    ['Ян', 'Ян'],
    ['й\u0306ан', 'Й\u0306ан'],
    ['А'.padEnd(40, 'а'), 'А'.padEnd(40, 'а')],
  ])('%s is addressed as %s', (name, first) => {
    expect(firstName(name)).toBe(first);
  });

  it.each([
    [''],
    ['   '],
    ['-'],
    ['–'],
    ['7'],
    ['007 Бонд'],
    ['А. Петрова'],
    ['Я'],
    ['Анна1'],
    ['<b>Анна</b>'],
    ['{name}'],
    ['=1+1'],
    ['Анна-'],
    ['\u202eАнна'],
    ['А'.padEnd(41, 'а')],
  ])('%s is no name', (name) => {
    expect(firstName(name)).toBe('');
  });
});
