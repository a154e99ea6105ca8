using System.Text.RegularExpressions;

namespace Graph.GraphQL.TypeSystem;

/// <summary>
/// A name for one element of a schema (section 3.14): <c>Type</c>, <c>Type.member</c>, <c>Type.field(argument:)</c>, <c>@directive</c> or
/// <c>@directive(argument:)</c>. A member is a field, an input field or an enum value.
/// </summary>
/// <param name="Name">The name of the type or directive.</param>
/// <param name="IsDirective">Whether it names a directive.</param>
/// <param name="Member">The field, input field or enum value, if any.</param>
/// <param name="Argument">The argument, if any.</param>
internal sealed partial record SchemaCoordinate(string Name, bool IsDirective = false, string? Member = null, string? Argument = null)
{
    /// <summary>Reads a coordinate.</summary>
    /// <exception cref="GraphQLException">The text is not a coordinate.</exception>
    public static SchemaCoordinate Parse(string text)
    {
        var match = Grammar().Match(text);
        if (!match.Success) throw new GraphQLException(SchemaMessages.NotACoordinate(text));
        return new(match.Groups["name"].Value, match.Groups["at"].Success, Part("member"), Part("argument"));

        string? Part(string name) => match.Groups[name] is { Success: true, Value: var value } ? value : null;
    }

    /// <summary>The element of a schema: a type, directive, field, input value or enum value; null when there is none.</summary>
    public INamed? Resolve(Schema schema)
    {
        if (IsDirective)
        {
            var directive = schema.Directives.Find(Name);
            return Argument is null ? directive : directive?.Arguments.Find(Argument);
        }
        var type = schema.FindType(Name);
        if (Member is null) return type;
        var member = type switch
        {
            FieldedType fielded => (INamed?)fielded.Fields.Find(Member),
            InputObjectType input => input.Fields.Find(Member),
            EnumType values => values.Values.Find(Member),
            _ => null,
        };
        return Argument is null ? member : (member as FieldDefinition)?.Arguments.Find(Argument);
    }

    /// <summary>The coordinate as it is written.</summary>
    public override string ToString() =>
        $"{(IsDirective ? "@" : "")}{Name}{(Member is null ? "" : "." + Member)}{(Argument is null ? "" : $"({Argument}:)")}";

    private const string ArgumentPattern = @"(?:\((?<argument>[_A-Za-z][_0-9A-Za-z]*):\))?";

    [GeneratedRegex(
        @"\A(?:(?<at>@)(?<name>[_A-Za-z][_0-9A-Za-z]*)" + ArgumentPattern
        + @"|(?<name>[_A-Za-z][_0-9A-Za-z]*)(?:\.(?<member>[_A-Za-z][_0-9A-Za-z]*)" + ArgumentPattern + @")?)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grammar();
}
