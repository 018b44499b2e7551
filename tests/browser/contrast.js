// Tell which letters of pictures stand out by less than 4.5 to 1 from what is painted behind them.
const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
const mixed = (below, above, part) => below.map((value, k) => value * (1 - part) + above[k] * part);
const linear = (value) =>
  value <= 0.04045 * 255 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
const luminance = ([red, green, blue]) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

function painted(below, shape) {
  const { fill, fillOpacity, opacity } = getComputedStyle(shape);
  const [red, green, blue, alpha = 1] = fill === "none" ? [0, 0, 0, 0] : numbers(fill);
  return mixed(below, [red, green, blue], alpha * fillOpacity * opacity);
}

function covers({ box, shape }, x, y) {
  if (x < box.left || box.right < x || y < box.top || box.bottom < y) return false;
  const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
  return shape.isPointInFill === undefined || shape.isPointInFill(point);
}

function ratio({ box, shape: text }, before) {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const behind = before
    .filter((one) => one.shape.localName !== "text" && covers(one, x, y))
    .reduce((below, { shape }) => painted(below, shape), [255, 255, 255]);
  const [low, high] = [luminance(behind), luminance(painted(behind, text))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function judged(svg) {
  const drawn = [...svg.querySelectorAll("path, rect, circle, polygon, use, text")]
    .filter((shape) => shape.closest("defs, clipPath") === null)
    .map((shape) => ({ shape, box: shape.getBoundingClientRect() }));
  return drawn.flatMap((one, place) =>
    one.shape.localName === "text" && one.shape.textContent.trim() !== ""
      ? [[ratio(one, drawn.slice(0, place)), one.shape.textContent]]
      : []);
}

const letters = [...document.querySelectorAll("svg")].flatMap(judged);
return {
  judged: letters.length,
  weak: letters.filter(([ratio]) => ratio < 4.5).map(([ratio, text]) => `${ratio.toFixed(2)}: ${text}`),
};
