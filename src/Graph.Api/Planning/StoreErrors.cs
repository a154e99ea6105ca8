using System.Text;
using Graph.GraphQL;
using Graph.Model.Stores;

namespace Graph.Api.Planning;

/// <summary>
/// What went wrong with a store, as an error of the response: a sentence of the kind of fault and a code for clients; the store's
/// own sentence, which names files, addresses and statements, for the log.
/// </summary>
public static class StoreErrors
{
    /// <summary>The error of a fault.</summary>
    public static GraphQLError Of(StoreException fault) => new(Sentence(fault.Fault))
    {
        Detail = fault.Message,
        // The stack of a fault that is known tells nobody more than its code, and an outage would fill the log with it.
        Cause = fault.Fault is StoreFault.Other ? fault : null,
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = Code(fault.Fault) },
    };

    /// <summary>What anybody may know of a fault.</summary>
    public static string Sentence(StoreFault fault) => ApiMessages.StoreFailed(fault);

    /// <summary>The code of a fault: <c>STORE_UNAVAILABLE</c>, <c>STORE_READ_ONLY</c> and so on.</summary>
    public static string Code(StoreFault fault)
    {
        var code = new StringBuilder("STORE");
        foreach (var letter in fault.ToString())
        {
            if (char.IsAsciiLetterUpper(letter)) code.Append('_');
            code.Append(char.ToUpperInvariant(letter));
        }

        return code.ToString();
    }
}
