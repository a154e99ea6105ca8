using Graph.Model.Text;
using Spectre.Console.Rendering;

namespace Graph.Cli.Output;

/// <summary>Makes visible whatever a console renders. Its own colours and moves are control segments and stay.</summary>
internal sealed class VisibleRenderables : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(inner => new Visible(inner));

    private sealed class Visible(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            inner.Render(options, maxWidth).Select(
                segment => segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(VisibleSigns.Show(segment.Text), segment.Style));
    }
}
