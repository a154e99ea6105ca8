using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Graph.Import.Yaml;

/// <summary>
/// Reads one YAML document into values with places. The only file that touches YamlDotNet. Anchors are never expanded,
/// so a small file stays small in memory.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Levels of nesting: a dossier needs eight; more is a mistake or an attack on the stack.</summary>
    public const int MaxDepth = 64;

    /// <summary>What <c>!!str</c> stands for: it says that the text is text.</summary>
    private const string TextTag = "tag:yaml.org,2002:str";

    /// <summary>A text in quotation marks where a value may begin, and a sign after it that can only be more text.</summary>
    private static readonly Regex QuotesThenText = new(
        """[:\-\[,{][ \t]+(?<quoted>"([^"\\]|\\.)*"|'([^']|'')*')[ \t]*(?<rest>[^\s,\]}:#'"])""", RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture);

    private readonly MaskedText text;
    private readonly SourceLines lines;
    private readonly Parser parser;

    private YamlReader(string source)
    {
        text = new(source);
        lines = new(text.Value);
        parser = new Parser(new Scanner(new StringReader(text.Value), skipComments: true));
    }

    /// <summary>The document's value, or what is wrong; neither for a file that holds no document.</summary>
    public static (YamlValue? Value, Fault? Fault) Read(string text)
    {
        var reader = new YamlReader(text);
        try
        {
            reader.parser.Consume<StreamStart>();
            if (!reader.parser.TryConsume<DocumentStart>(out _)) return (null, null);
            var value = reader.Value(1, 0);
            reader.parser.Consume<DocumentEnd>();
            if (reader.parser.TryConsume<DocumentStart>(out var second))
                return (null, new Fault((int)second.Start.Line, (int)second.Start.Column, Messages.SecondYamlDocument()));
            return (value, null);
        }
        catch (UnreadableShape shape)
        {
            return (null, shape.Fault);
        }
        catch (YamlException exception)
        {
            if (TextAfterQuotes(text, (int)exception.Start.Line) is { } after) return (null, after);

            // The parser tells where the thing began that a tab has broken; the tab itself helps more.
            var tab = exception.Message.Contains("tab", StringComparison.Ordinal) ? FirstIndentingTab(text) : null;
            var (line, column) = tab ?? ((int)exception.Start.Line, (int)exception.Start.Column);
            return (null, new Fault(line, column, Messages.NotYaml(reader.text.Restore(exception.Message), tab is not null)));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            // On some damaged files the parser fails with an exception that is not its own.
            var last = reader.parser.Current?.End ?? Mark.Empty;
            return (null, new Fault((int)last.Line, (int)last.Column, Messages.NotYaml("the parser cannot read on from here", isTab: false)));
        }
    }

    /// <summary>Text after a closing quotation mark on the line where the parser stopped, or on the one before.</summary>
    private static Fault? TextAfterQuotes(string text, int last)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++number > last) return null;
            if (number < last - 1) continue;
            var match = QuotesThenText.Match(line.ToString());
            if (match.Success) return new(number, match.Groups["rest"].Index + 1, Messages.TextAfterQuotes(match.Groups["quoted"].Value));
        }

        return null;
    }

    private static (int Line, int Column)? FirstIndentingTab(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var tab = line.IndexOf('\t');
            if (tab >= 0 && line[..tab].IsWhiteSpace()) return (number, tab + 1);
        }

        return null;
    }

    /// <param name="depth">The levels down to the value, from 1.</param>
    /// <param name="indent">The column of what the value belongs to: text that goes on in the next line stands right of it.</param>
    private YamlValue Value(int depth, int indent)
    {
        var start = parser.Current!;
        var (line, column) = ((int)start.Start.Line, (int)start.Start.Column);
        if (depth > MaxDepth) throw new UnreadableShape(new Fault(line, column, Messages.NestedTooDeep(MaxDepth)));
        if (parser.TryConsume<Scalar>(out var scalar)) return Text(scalar, indent);
        if (parser.TryConsume<AnchorAlias>(out var alias)) return new YamlAlias(text.Restore(alias.Value.Value), line, column);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlValue>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Value(depth + 1, (int)parser.Current!.Start.Column));
            return new YamlList(items, line, column);
        }

        parser.Consume<MappingStart>();
        var fields = new List<YamlField>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1, column);
            var name = (key as YamlText)?.Text ?? throw new UnreadableShape(new Fault(key.Line, key.Column, Messages.KeyIsNoText()));
            fields.Add(new(name, Value(depth + 1, key.Column), key.Line, key.Column));
        }

        return new YamlMap(fields, line, column);
    }

    private YamlText Text(Scalar scalar, int indent)
    {
        var isPlain = scalar.Style == ScalarStyle.Plain;
        var tag = scalar.Tag is { IsEmpty: false, IsNonSpecific: false } && scalar.Tag.Value != TextTag ? scalar.Tag.Value : null;
        return new(text.Restore(scalar.Value), isPlain, (int)scalar.Start.Line, (int)scalar.Start.Column)
        {
            Comment = isPlain && lines.CommentAfter((int)scalar.End.Line, (int)scalar.End.Column, indent) is { } comment
                ? text.Restore(comment)
                : null,
            Mark = scalar.Anchor.IsEmpty ? tag is null ? null : text.Restore(tag) : "&" + text.Restore(scalar.Anchor.Value),
        };
    }

    /// <summary>Ends the reading of a document whose shape no dossier can have.</summary>
    private sealed class UnreadableShape(Fault fault) : Exception
    {
        public Fault Fault { get; } = fault;
    }
}
