using Graph.Import.Text;
using Graph.Import.Yaml;

namespace Graph.Import.Dossiers;

/// <summary>
/// The fields of one mapping, taken one after the other; what nobody took is unknown. Faults gather in a list of the
/// record that the mapping belongs to.
/// </summary>
internal sealed class Fields
{
    /// <summary>Unknown fields told of one mapping: the rest is the same mistake, and each is compared with every known name.</summary>
    private const int MaxUnknown = 20;

    private readonly YamlMap map;
    private readonly string what;
    private readonly List<Fault> faults;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> left = new(StringComparer.Ordinal);

    /// <param name="map">The mapping.</param>
    /// <param name="what">What it describes, with its article: <c>an actor</c>.</param>
    /// <param name="faults">Takes the faults.</param>
    public Fields(YamlMap map, string what, List<Fault> faults)
    {
        (this.map, this.what, this.faults) = (map, what, faults);
        foreach (var field in map.Fields)
        {
            if (left.Add(field.Name)) continue;
            var first = map.Fields.First(other => other.Name == field.Name);
            faults.Add(new(field.Line, field.Column, Messages.FieldTwice(field.Name, first.Line)));
        }
    }

    /// <summary>A list, a mapping or a scalar; null where the field is absent or null.</summary>
    public YamlValue? Take(string name)
    {
        known.Add(name);
        left.Remove(name);
        var value = map.Fields.FirstOrDefault(field => field.Name == name)?.Value;
        if (value is YamlText { IsNull: true } nothing)
        {
            if (nothing.CommentLooksLikeText) Lost(name, nothing);
            return null;
        }

        if (value is not YamlAlias alias) return value;
        faults.Add(new(alias.Line, alias.Column, Messages.AliasUsed(alias.Name)));
        return null;
    }

    /// <summary>True where the field says something, right or wrong; null says nothing, as if the field were left out.</summary>
    public bool Has(string name) => Has(map, name);

    /// <inheritdoc cref="Has(string)"/>
    public static bool Has(YamlMap map, string name) =>
        map.Fields.FirstOrDefault(field => field.Name == name) is { Value: not YamlText { IsNull: true, CommentLooksLikeText: false } };

    /// <summary>Text, normalized and without line breaks around it; null where absent or at fault.</summary>
    public string? Text(string name) => Take(name) is { } value ? TextOf(name, value) : null;

    /// <summary>As <see cref="Text"/>, of a field that names something: an id, a key, a file.</summary>
    public string? Name(string name) => Take(name) is { } value ? TextOf(name, value, Comments.SetApart) : null;

    /// <summary>The text of a value of the field.</summary>
    /// <param name="name">The field.</param>
    /// <param name="value">Its value, or an item of it.</param>
    /// <param name="comments">What a comment right after the text may be.</param>
    public string? TextOf(string name, YamlValue value, Comments comments = Comments.Refused)
    {
        if (value is not YamlText scalar)
        {
            Wrong(name, value, Messages.ExpectedText);
            return null;
        }

        var eaten = scalar.Comment is not null && (comments == Comments.Refused || (comments == Comments.SetApart && scalar.CommentLooksLikeText));
        if (eaten || scalar.Mark is not null)
        {
            Lost(name, scalar);
            return null;
        }

        if (Forbidden(scalar.Text) is { } forbidden)
        {
            faults.Add(new(value.Line, value.Column, Messages.ForbiddenCharacter(name, forbidden)));
            return null;
        }

        var text = NormalizedText.Normalize(scalar.Text).Trim('\n');
        if (text.AsSpan().Trim().Length > 0) return text;
        faults.Add(new(value.Line, value.Column, Messages.EmptyText(name)));
        return null;
    }

    /// <summary>Text that must be there.</summary>
    public string? RequiredText(string name, Comments comments = Comments.Refused)
    {
        if (Take(name) is { } value) return TextOf(name, value, comments);
        if (!Has(name)) Missing(name);
        return null;
    }

    /// <summary>The mapping under a field.</summary>
    public YamlMap? Map(string name) => Take(name) switch
    {
        null => null,
        YamlMap map => map,
        var other => Wrong<YamlMap>(name, other, Messages.ExpectedMap),
    };

    /// <summary>The items of a list; one value may stand for a list of one.</summary>
    public IReadOnlyList<YamlValue> Items(string name) => Take(name) switch
    {
        null => [],
        YamlList list => [.. list.Items.Where(item => Present(name, item))],
        YamlMap map => [map],
        var one => [one],
    };

    /// <summary>The mappings of a list of mappings.</summary>
    public IReadOnlyList<YamlMap> Maps(string name)
    {
        var value = Take(name);
        if (value is null) return [];
        if (value is not YamlList list) return Wrong<IReadOnlyList<YamlMap>>(name, value, Messages.ExpectedList) ?? [];
        foreach (var item in list.Items.Where(item => item is not YamlMap and not YamlAlias)) Wrong(name, item, Messages.ExpectedMapItem);
        foreach (var alias in list.Items.OfType<YamlAlias>()) faults.Add(new(alias.Line, alias.Column, Messages.AliasUsed(alias.Name)));
        return [.. list.Items.OfType<YamlMap>()];
    }

    /// <summary>Says that a field is missing: where it is written without a value, or else of the whole mapping.</summary>
    public void Missing(string name)
    {
        var empty = map.Fields.FirstOrDefault(field => field.Name == name);
        faults.Add(new(empty?.Line ?? map.Line, empty?.Column ?? map.Column, Messages.FieldMissing(what, name)));
    }

    /// <summary>Says that a value has the wrong shape.</summary>
    public void Wrong(string name, YamlValue value, string expected) =>
        faults.Add(new(value.Line, value.Column, Messages.WrongShape(name, expected, value)));

    /// <summary>Says what is wrong with the value of a field, or with the mapping where the field is absent.</summary>
    public void Say(string name, string message)
    {
        var value = map.Fields.FirstOrDefault(field => field.Name == name)?.Value;
        faults.Add(new(value?.Line ?? map.Line, value?.Column ?? map.Column, message));
    }

    /// <summary>Says of every field that nobody took that it is unknown.</summary>
    public void Finish()
    {
        foreach (var field in map.Fields.Where(field => left.Remove(field.Name)).Take(MaxUnknown))
            faults.Add(new(field.Line, field.Column, Messages.UnknownField(field.Name, what, NearMatch.Nearest(field.Name, known), known)));
    }

    /// <summary>Says what YAML takes away of a text.</summary>
    private void Lost(string name, YamlText text)
    {
        var fault = new Fault(
            text.Line,
            text.Column,
            text.Mark is { } mark ? Messages.MarkOnText(name, mark) : Messages.CommentAfterText(name, text.Text, text.Comment!));
        if (!faults.Contains(fault)) faults.Add(fault);
    }

    private bool Present(string name, YamlValue item)
    {
        if (item is YamlText { IsNull: true, CommentLooksLikeText: true } text) Lost(name, text);
        else if (item is YamlAlias alias) faults.Add(new(alias.Line, alias.Column, Messages.AliasUsed(alias.Name)));
        else if (item is YamlText { IsNull: true }) faults.Add(new(item.Line, item.Column, Messages.EmptyItem(name)));
        else return true;
        return false;
    }

    private T? Wrong<T>(string name, YamlValue value, string expected)
        where T : class
    {
        Wrong(name, value, expected);
        return null;
    }

    /// <summary>The first character that no text may hold: U+0000, or half of a surrogate pair.</summary>
    private static int? Forbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == 0) return 0;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return text[i];
            i++;
        }

        return null;
    }
}
