using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Coercion;

/// <summary>
/// All wording of coercion (sections 6.1.2, 6.4.1 and 6.4.3). Where graphql-js has a sentence for the same fault, it is that sentence.
/// </summary>
internal static class CoercionMessages
{
    public const string TooManyVariableErrors = "Too many errors processing variables, error limit reached. Execution aborted.";

    public static string NotAnInputType(string variable, string type) =>
        $"Variable \"${variable}\" expected value of type \"{type}\" which cannot be used as an input type.";

    public static string VariableMissing(string variable, GraphQLType type) =>
        $"Variable \"${variable}\" of required type \"{type}\" was not provided.";

    public static string VariableNull(string variable, GraphQLType type) => $"Variable \"${variable}\" of non-null type \"{type}\" must not be null.";

    public static string VariableNotUnicode(string variable) =>
        $"Variable \"${variable}\" holds text that is not Unicode, such as half of a surrogate pair; send it as UTF-8.";

    public static string VariableInvalid(string variable, string path, string value, string reason) => path.Length == 0
        ? $"Variable \"${variable}\" got invalid value {value}; {reason}"
        : $"Variable \"${variable}\" got invalid value {value} at \"{variable}{path}\"; {reason}";

    public static string NullInput(GraphQLType type) => $"Expected non-nullable type \"{type}\" not to be null.";

    public static string NotAnObject(InputObjectType type) => $"Expected type \"{type}\" to be an object.";

    public static string InputFieldMissing(InputValueDefinition field) =>
        $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.";

    public static string UnknownInputField(string field, InputObjectType type, string suggestion) =>
        $"Field \"{field}\" is not defined by type \"{type}\".{suggestion}";

    public static string NotOneOf(InputObjectType type) => $"Exactly one key must be specified for OneOf type \"{type}\".";

    public static string OneOfNull(string field) => $"Field \"{field}\" must be non-null.";

    public static string NotAnEnumString(EnumType type, string value, string suggestion) =>
        $"Enum \"{type}\" cannot represent non-string value: {value}.{suggestion}";

    public static string UnknownEnumValue(EnumType type, string value, string suggestion) =>
        $"Value \"{value}\" does not exist in \"{type}\" enum.{suggestion}";

    public static string EnumResult(EnumType type, string value) => $"Enum \"{type}\" cannot represent value: {value}";

    public static string ArgumentMissing(InputValueDefinition argument) =>
        $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was not provided.";

    public static string ArgumentVariableMissing(InputValueDefinition argument, string variable) =>
        $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was provided the variable \"${variable}\" which was "
            + "not provided a runtime value.";

    public static string ArgumentNull(InputValueDefinition argument) =>
        $"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null.";

    public static string ArgumentInvalid(InputValueDefinition argument, string value) => $"Argument \"{argument.Name}\" has invalid value {value}.";

    public static string NotAList(CompositeType parent, FieldDefinition field) =>
        $"Expected Iterable, but did not find one for field \"{parent}.{field.Name}\".";
}
