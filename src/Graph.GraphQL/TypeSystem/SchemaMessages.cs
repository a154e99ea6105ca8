namespace Graph.GraphQL.TypeSystem;

/// <summary>All wording of faults of a type system as it was built (section 3). It is the wording of graphql-js, which users know.</summary>
internal static class SchemaMessages
{
    public const string NoQueryType = "Query root type must be provided.";

    public static string UnknownType(string name) => $"Unknown type: \"{name}\".";

    public static string RootTypesAreOne(string type, string[] operations) =>
        $"All root types must be different, \"{type}\" type is used as {string.Join(operations.Length > 2 ? ", " : " and ", operations)} root types.";

    public static string OnlyImplementationDeprecated(string field, string implementation) =>
        $"Interface field {field} is not deprecated, so implementation field {implementation} must not be deprecated.";

    public static string WrongDefault(string member, string type, string value) =>
        $"The default of {member} must be a value of type {type}, but {value} is not.";

    public static string WrongAppliedArgument(string argument, string directive, string type, string value) =>
        $"Argument \"{argument}\" of \"@{directive}\" must be a value of type {type}, but {value} is not.";

    public static string NotACoordinate(string text) =>
        $"\"{text}\" is not a schema coordinate. Write Type, Type.member, Type.field(argument:), @directive or @directive(argument:).";

    public static string WrongDirectiveArgument(string argument, string value) => $"Argument \"{argument}\" has invalid value {value}.";

    public static string QueryTypeIsNoObject(string type) => $"Query root type must be Object type, it cannot be {type}.";

    public static string RootTypeIsNoObject(string operation, string type) =>
        $"{operation} root type must be Object type if provided, it cannot be {type}.";

    public static string ReservedName(string name) => $"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.";

    public static string NoInputType(string member, string type) => $"The type of {member} must be Input Type but got: {type}.";

    public static string NoOutputType(string member, string type) => $"The type of {member} must be Output Type but got: {type}.";

    public static string RequiredArgumentDeprecated(string argument) => $"Required argument {argument} cannot be deprecated.";

    public static string RequiredInputFieldDeprecated(string field) => $"Required input field {field} cannot be deprecated.";

    public static string NoFields(string type) => $"Type {type} must define one or more fields.";

    public static string NoInputFields(string type) => $"Input Object type {type} must define one or more fields.";

    public static string NoMembers(string type) => $"Union type {type} must define one or more member types.";

    public static string NoValues(string type) => $"Enum type {type} must define one or more values.";

    public static string RepeatedMember(string union, string type) => $"Union type {union} can only include type {type} once.";

    public static string MemberIsNoObject(string union, string type) =>
        $"Union type {union} can only include Object types, it cannot include {type}.";

    public static string ImplementsNoInterface(string type, string other) =>
        $"Type {type} must only implement Interface types, it cannot implement {other}.";

    public static string ImplementsItself(string type) => $"Type {type} cannot implement itself because it would create a circular reference.";

    public static string ImplementsTwice(string type, string other) => $"Type {type} can only implement {other} once.";

    public static string ImplementsInCircle(string type, string other) =>
        $"Type {type} cannot implement {other} because it would create a circular reference.";

    public static string ImplementsNotAll(string type, string missing, string via) =>
        $"Type {type} must implement {missing} because it is implemented by {via}.";

    public static string FieldNotImplemented(string field, string type) => $"Interface field {field} expected but {type} does not provide it.";

    public static string FieldOfOtherType(string field, string expected, string implementation, string type) =>
        $"Interface field {field} expects type {expected} but {implementation} is type {type}.";

    public static string ArgumentNotImplemented(string argument, string field) =>
        $"Interface field argument {argument} expected but {field} does not provide it.";

    public static string ArgumentOfOtherType(string argument, string expected, string implementation, string type) =>
        $"Interface field argument {argument} expects type {expected} but {implementation} is type {type}.";

    public static string ExtraArgumentRequired(string field, string argument, string interfaceField) =>
        $"Object field {field} includes required argument {argument} that is missing from the Interface field {interfaceField}.";

    public static string OneOfFieldIsRequired(string field) => $"OneOf input field {field} must be nullable.";

    public static string OneOfFieldHasDefault(string field) => $"OneOf input field {field} cannot have a default value.";

    public static string DefaultCircle(string field, IReadOnlyList<string> via) =>
        $"Invalid circular reference. The default value of Input Object field {field} references "
            + $"itself{(via.Count == 0 ? "" : $" via the default values of: {string.Join(", ", via)}")}.";

    public static string InputObjectCircle(string type, string path) =>
        $"Cannot reference Input Object \"{type}\" within itself through a series of non-null fields: \"{path}\".";
}
