/** The publication of an invented town. It has everything that a publication can have. */
export const PORT = {
  content: 'tests/publications/good/port/content',
  url: 'https://port.example/',
};
