// What a person would see of the page, asked of a browser. Each function returns what is wrong, or what lies where.
const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const numbers = (color) => color.match(/[\d.]+/g).map(Number);
const luminance = ([r, g, b]) =>
  0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
const contrastOf = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const isOpaque = (color) => color !== "none" && (numbers(color)[3] ?? 1) === 1;
const isShown = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
const holds = (outer, x, y) => outer.left <= x && x <= outer.right && outer.top <= y && y <= outer.bottom;
const middle = (box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];

// The last shape drawn before a text and around its middle, else the nearest ground of the page.
const groundOf = (element) => {
  const svg = element.closest("svg");
  if (svg) {
    const [x, y] = middle(element.getBoundingClientRect());
    const below = [...svg.querySelectorAll("rect")].filter(
      (rect) =>
        rect.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING &&
        holds(rect.getBoundingClientRect(), x, y) &&
        isOpaque(getComputedStyle(rect).fill),
    );
    if (below.length > 0) return numbers(getComputedStyle(below.at(-1)).fill);
  }
  for (let at = element; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (isOpaque(color)) return numbers(color);
  }
  return [255, 255, 255];
};

const texts = () =>
  [...document.body.querySelectorAll("*")].filter(
    (element) =>
      !["title", "desc"].includes(element.tagName) &&
      isShown(element) &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()),
  );

const look = {
  texts: () => texts().length,
  paleTexts: () =>
    texts()
      .map((element) => {
        const style = getComputedStyle(element);
        const color = element.closest("svg") ? style.fill : style.color;
        const contrast = isOpaque(color) ? contrastOf(numbers(color), groundOf(element)) : 0;
        return { contrast, text: element.textContent.trim().slice(0, 40) };
      })
      .filter(({ contrast }) => contrast < 4.5)
      .map(({ contrast, text }) => `${contrast.toFixed(2)}: ${text}`),
  hiddenHeadings: () =>
    [...document.querySelectorAll("h1, h2, h3")]
      .filter((heading) => !isShown(heading) || heading.getBoundingClientRect().height < 10)
      .map((heading) => heading.textContent),
  sideways: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  // Texts of pictures that leave their card, their picture, or lie on another text.
  spilledTexts: () =>
    [...document.querySelectorAll("svg")].flatMap((svg) => {
      const all = [...svg.querySelectorAll("text")].map((text) => ({
        name: text.lastChild.data,
        box: text.getBoundingClientRect(),
        card: text.parentElement.querySelector(":scope > rect"),
      }));
      const picture = svg.getBoundingClientRect();
      const leaves = ({ box }, outer) =>
        box.left < outer.left || box.right > outer.right || box.top < outer.top || box.bottom > outer.bottom;
      const covers = (one, other) =>
        one.left < other.right && other.left < one.right && one.top + 2 < other.bottom && other.top + 2 < one.bottom;
      return [
        ...all.filter((text) => leaves(text, picture)).map(({ name }) => `${name} leaves the picture`),
        ...all
          .filter((text) => text.card?.parentElement.tagName === "g" && leaves(text, text.card.getBoundingClientRect()))
          .map(({ name }) => `${name} leaves its card`),
        ...all.flatMap((one, i) =>
          all.slice(i + 1).filter((other) => covers(one.box, other.box)).map((other) => `${one.name} on ${other.name}`),
        ),
      ];
    }),
  // Every timeline in the terms of its own axis: seconds, and the address whose band something lies in.
  timelines: () =>
    [...document.querySelectorAll("svg.timeline")].map((svg) => {
      const ticks = [...svg.querySelectorAll("text.tick")].map((tick) => ({
        x: middle(tick.getBoundingClientRect())[0],
        seconds: Number(tick.textContent),
      }));
      const [first, last] = [ticks[0], ticks.at(-1)];
      const secondsPerPixel = (last.seconds - first.seconds) / (last.x - first.x);
      const at = (x) => first.seconds + (x - first.x) * secondsPerPixel;
      const bands = [...svg.querySelectorAll("rect.band")].map((band) => band.getBoundingClientRect());
      const vips = [...svg.querySelectorAll("text.vip")].map((vip) => ({
        name: vip.textContent,
        y: middle(vip.getBoundingClientRect())[1],
      }));
      const vipAt = (y) => {
        const band = bands.find((one) => one.top <= y && y <= one.bottom);
        return vips.find((vip) => band && band.top <= vip.y && vip.y <= band.bottom)?.name ?? "";
      };
      return {
        secondsPerPixel,
        bars: [...svg.querySelectorAll("rect.gap")].map((bar) => {
          const box = bar.getBoundingClientRect();
          return { start: at(box.left), end: at(box.right), y: middle(box)[1], vip: vipAt(middle(box)[1]) };
        }),
        actions: [...svg.querySelectorAll("text.action")].map((label) => ({
          at: at(lineOf(svg, label)),
          what: label.lastChild.data,
        })),
      };
    }),
};

// The line that a label stands beside: the nearest.
const lineOf = (svg, label) => {
  const box = label.getBoundingClientRect();
  const near = (x) => Math.min(Math.abs(x - box.left), Math.abs(x - box.right));
  return [...svg.querySelectorAll("path.action")]
    .map((line) => middle(line.getBoundingClientRect())[0])
    .sort((one, other) => near(one) - near(other))[0];
};
