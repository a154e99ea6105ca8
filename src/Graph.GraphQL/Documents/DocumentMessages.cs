using System.Globalization;

namespace Graph.GraphQL.Documents;

/// <summary>All wording of finding a document and its operation, and of documents that ask for too much.</summary>
internal static class DocumentMessages
{
    public const string NoOperation = "Must provide an operation.";

    public const string OperationNameNeeded = "Must provide operation name if query contains multiple operations.";

    public const string WrongHash = "The sha256Hash of the request is not that of its document; hash the document's text as UTF-8.";

    public const string NotTrusted = "Only documents known to the server are answered here; ask for one by its documentId.";

    public static string UnknownOperation(string name) => $"Unknown operation named \"{name}\".";

    public static string UnknownDocument(string id) => $"There is no document \"{id}\" on the server; check the documentId.";

    public static string TrustedDocumentFault(string name, GraphQLError error) => $"Trusted document \"{name}\": {error}";

    public static string TooDeep(string operation, int depth, int limit) =>
        $"{operation} nests fields {depth} levels deep; at most {limit} are answered, so ask for the lower levels in an operation of their own.";

    public static string TooManyRootFields(string operation, long count, int limit) =>
        $"{operation} selects {Told(count)} fields on its root; at most {limit} are answered, so send several operations.";

    public static string TooManyAliases(int limit) => $"The document has more than {limit} aliases; send several operations.";

    public static string AliasTooLong(
        int length,
        int limit) =>
            $"The alias has {length} characters, and every object of the answer would repeat them; at most {limit} are "
                + "allowed, so give it a shorter name.";

    public static string TooManyDirectives(int count, int limit) =>
        $"There are {count} directives at one place; at most {limit} are allowed, so remove what is repeated.";

    public static string TooManyFields(long count, int limit) =>
        $"The document selects {count} fields; at most {limit} are answered, so send several requests.";

    public static string TooManyFields(long count, int limit, string fragment, long times, long share) =>
        $"The document selects {Told(count)} fields once its fragments are expanded; at most {limit} are answered. " +
        $"Fragment \"{fragment}\" is expanded {Told(times)} times, which makes {Told(share)} of them: spread it in fewer "
            + "places or send several requests.";

    public static string TooManyValues(long count, int limit) =>
        $"The document gives {count} values in arguments; at most {limit} are allowed, so send several requests.";

    public static string TooManyValues(long count, int limit, string fragment, long times, long share) =>
        $"The document gives {Told(count)} values in arguments once its fragments are expanded; at most {limit} are allowed. " +
        $"Fragment \"{fragment}\" is expanded {Told(times)} times, which makes {Told(share)} of them: spread it in fewer "
            + "places or send several requests.";

    private static string Told(long count) => count >= FixedLimits.MaxToldNumber ? "a billion or more" : count.ToString(CultureInfo.InvariantCulture);

    public static string TooManyLevels(string operation, int limit) =>
        $"{operation} nests fields and fragments more than {limit} levels deep; select fewer levels in one operation.";
}
