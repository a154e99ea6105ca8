namespace Graph.GraphQL.Validation;

/// <summary>All wording of values and variables (sections 5.6 and 5.8), which is that of graphql-js too.</summary>
internal static class ValueMessages
{
    public static string UndefinedVariable(string variable, string? operation) =>
        operation is null ? $"Variable \"${variable}\" is not defined." : $"Variable \"${variable}\" is not defined by operation \"{operation}\".";

    public static string UnusedVariable(string variable, string? operation) =>
        operation is null ? $"Variable \"${variable}\" is never used." : $"Variable \"${variable}\" is never used in operation \"{operation}\".";

    public static string DuplicateInputField(string field) => $"There can be only one input field named \"{field}\".";

    public static string DuplicateVariable(string variable) => $"There can be only one variable named \"${variable}\".";

    public static string WrongValue(string type, string value) => $"Expected value of type \"{type}\", found {value}.";

    public static string NotAnEnumValue(string type, string value, string suggestion) =>
        $"Enum \"{type}\" cannot represent non-enum value: {value}.{suggestion}";

    public static string UnknownEnumValue(string type, string value, string suggestion) =>
        $"Value \"{value}\" does not exist in \"{type}\" enum.{suggestion}";

    public static string MissingInputField(string type, string field, string fieldType) =>
        $"Field \"{type}.{field}\" of required type \"{fieldType}\" was not provided.";

    public static string UnknownInputField(string field, string type, string suggestion) =>
        $"Field \"{field}\" is not defined by type \"{type}\".{suggestion}";

    public static string OneOfNeedsOneKey(string type) => $"OneOf Input Object \"{type}\" must specify exactly one key.";

    public static string OneOfFieldIsNull(string type, string field) => $"Field \"{type}.{field}\" must be non-null.";

    public static string OneOfVariableIsNullable(string variable, string type) =>
        $"Variable \"{variable}\" must be non-nullable to be used for OneOf Input Object \"{type}\".";

    public static string OneOfVariableTypeIsNullable(string variable, string variableType, string type) =>
        $"Variable \"${variable}\" is of type \"{variableType}\" but must be non-nullable to be used for OneOf Input Object \"{type}\".";

    public static string NotAnInputType(string variable, string type) => $"Variable \"${variable}\" cannot be non-input type \"{type}\".";

    public static string MisplacedVariable(string variable, string type, string expected) =>
        $"Variable \"${variable}\" of type \"{type}\" used in position expecting type \"{expected}\".";
}
