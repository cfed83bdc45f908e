import { describe, expect, it, vi } from 'vitest';
import { drawCentre, drawPlane } from '../../../src/plots/circles/draw.ts';
import { arcSweep } from '../../../src/plots/picture/recorded-path.ts';
import { createRecording } from '../../../src/plots/picture/recording-context.ts';

const TURN = 2 * Math.PI;

describe('a recorded canvas', () => {
  it('records a full turn as a circle', () => {
    const { context, markup } = createRecording();
    context.fillStyle = '#1f4fb8';
    context.beginPath();
    context.arc(10, 20, 3, 0, TURN);
    context.fill();
    expect(markup()).toBe('<circle cx="10" cy="20" r="3" fill="#1f4fb8"/>');
  });

  it('joins an area and its outline', () => {
    const { context, markup, count } = createRecording();
    context.beginPath();
    context.arc(10, 20, 3, 0, TURN);
    context.globalAlpha = 0.5;
    context.fillStyle = '#ffffff';
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = 'rgba(0, 0, 0, 0.25)';
    context.lineWidth = 1.5;
    context.stroke();
    expect(count()).toBe(1);
    expect(markup()).toBe(
      '<circle cx="10" cy="20" r="3" fill="#ffffff" fill-opacity="0.5" stroke="#000000" stroke-opacity="0.25" stroke-width="1.5"/>',
    );
  });

  it('records lines with their joins, caps and dashes', () => {
    const { context, markup } = createRecording();
    context.lineJoin = 'round';
    context.lineCap = 'round';
    context.setLineDash([3, 4]);
    context.beginPath();
    // Without a beginning, as figures join points.
    for (const x of [1, 2, 3]) context.lineTo(x, 2 * x);
    context.closePath();
    context.stroke();
    expect(markup()).toBe(
      '<path d="M1 2L2 4L3 6Z" fill="none" stroke="#000000" stroke-width="1" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="3 4"/>',
    );
  });

  it('moves, turns and enlarges, and goes back', () => {
    const { context, markup } = createRecording();
    context.save();
    context.translate(10, 0);
    context.rotate(Math.PI / 2);
    context.scale(2, 2);
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(5, 0);
    context.lineWidth = 1;
    context.stroke();
    context.restore();
    context.fillRect(1, 2, 3, 4);
    expect(markup()).toBe(
      '<path d="M10 0L10 10" fill="none" stroke="#000000" stroke-width="2"/>' +
        '<path d="M1 2L4 2L4 6L1 6Z" fill="#000000"/>',
    );
  });

  it('writes part of a circle in pieces of less than half a turn', () => {
    const { context, markup } = createRecording();
    context.beginPath();
    context.arc(0, 0, 10, 0, Math.PI);
    context.stroke();
    expect(markup()).toContain('d="M10 0A10 10 0 0 1 0 10A10 10 0 0 1 -10 0"');
    expect(arcSweep(0, -Math.PI / 2, true)).toBeCloseTo(-Math.PI / 2);
    expect(arcSweep(0, -Math.PI / 2, false)).toBeCloseTo(1.5 * Math.PI);
    expect(arcSweep(0, 3 * TURN, false)).toBeCloseTo(TURN);
  });

  it('forgets what was cleared', () => {
    const { context, count, markup } = createRecording();
    context.fillRect(0, 0, 1, 1);
    context.clearRect(0, 0, 10, 10);
    expect([count(), markup()]).toEqual([0, '']);
  });

  it.each<[string, (context: CanvasRenderingContext2D) => void]>([
    ['a path made elsewhere', (context) => context.fill({} as Path2D)],
    [
      'a gradient',
      (context) => {
        context.fillStyle = {} as CanvasGradient;
        context.fillRect(0, 0, 1, 1);
      },
    ],
    ['text', (context) => context.fillText('a', 0, 0)],
    ['a distortion', (context) => context.scale(1, 2)],
    [
      'a shadow',
      (context) => {
        context.shadowBlur = 3;
      },
    ],
  ])('says that it missed %s', (_, draw) => {
    const pixels = { fill: vi.fn(), fillRect: vi.fn(), fillText: vi.fn(), scale: vi.fn() };
    const { context, count } = createRecording(pixels as unknown as CanvasRenderingContext2D);
    expect(count()).toBe(0);
    draw(context);
    expect(count()).toBeUndefined();
  });

  it('draws the same as pixels', () => {
    const pixels = { beginPath: vi.fn(), arc: vi.fn(), fill: vi.fn(), fillStyle: '' };
    const { context } = createRecording(pixels as unknown as CanvasRenderingContext2D);
    context.fillStyle = '#dd5a30';
    context.beginPath();
    context.arc(1, 2, 3, 0, TURN);
    context.fill();
    expect(pixels.fillStyle).toBe('#dd5a30');
    expect(context.fillStyle).toBe('#dd5a30');
    expect(pixels.arc).toHaveBeenCalledExactlyOnceWith(1, 2, 3, 0, TURN);
    expect(pixels.fill).toHaveBeenCalledOnce();
  });

  it('misses nothing of a circle, with a residue singled out', () => {
    const { context, count, markup } = createRecording();
    const theme = {
      line: '#c9c5b8',
      mark: '#8b8892',
      ink: '#1c1b22',
      surface: '#ffffff',
      palette: { lightness: '0.66', chroma: '0.14' },
    };
    const plane = {
      positions: Float32Array.from([1, 0, 0, 1, -1, 0, 0, -1]),
      order: [0, 1, 2, 3],
      colours: ['#ff0000', '#00ff00', '#0000ff', '#888888'],
      centre: 50,
      reach: 40,
      pointRadius: 3,
      alpha: 1,
    };
    drawCentre(context, plane.centre, theme);
    drawPlane(context, plane, theme, { residue: 1, before: 0, next: 2 });
    expect(count()).toBeGreaterThan(9);
    expect(markup()).toContain('<circle cx="90" cy="50" r="3" fill="#ff0000" fill-opacity="0.4"/>');
  });
});
