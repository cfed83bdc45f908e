// What a post can do with a figure: ask it to show a step, and hear what it shows.
const circles = document.getElementById('circles');
const words = document.getElementById('words');

for (const button of document.querySelectorAll('[data-seek]')) {
  button.addEventListener('click', () => {
    circles.seek(button.dataset.seek === '' ? null : Number(button.dataset.seek));
  });
}

circles.addEventListener('stepchange', (event) => {
  words.textContent = `The figure shows step ${event.detail.step}.`;
});

document.getElementById('theme').addEventListener('click', () => {
  const { dataset } = document.documentElement;
  const isDark =
    dataset.blog === undefined
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : dataset.blog === 'dark';
  dataset.blog = isDark ? 'light' : 'dark';
});
