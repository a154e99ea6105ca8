using System.Runtime.CompilerServices;
using System.Text.Json;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>CompleteValue: what a resolver gave, as the field's type demands it, and what becomes of null and of faults.</summary>
internal sealed partial class OperationRun
{
    /// <summary>CompleteValue (section 6.4.3).</summary>
    private ValueTask<Completion> Complete(PlannedField field, GraphQLType type, object? value, in Place place, ResponseBuffer output)
    {
        // Nearly all values are these two; what remains takes the long way.
        if (value is string text && field.IsText)
        {
            output.WriteString(text);
            return new(Completion.Written);
        }

        if (value is int number && field.IsInteger)
        {
            output.WriteInt64(number);
            return new(Completion.Written);
        }

        var start = output.Length;
        if (value is null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined })
        {
            if (type is NonNullType) return new(RefuseNull(field, place, output, start));
            output.WriteNull();
            return new(Completion.Null);
        }

        try
        {
            if (value is Exception thrown) throw thrown;
            switch (type is NonNullType nonNull ? nonNull.OfType : type)
            {
                case ScalarType scalar:
                    scalar.Coercion.Serialize(value, output);
                    return new(Completion.Written);
                case EnumType names:
                    output.WriteString(EnumResult.Serialize(names, value));
                    return new(Completion.Written);
                case ListType list:
                    return Settle(CompleteList(field, list.OfType, ListResult.Of(value, field), place.ToPath(), output), type, output, start);
                case var composite:
                    var objectType = composite as ObjectType ?? AbstractResult.Resolve(Schema, (CompositeType)composite, value, field);
                    if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
                        throw new GraphQLException(ExecutionMessages.TooDeepResult(field.ParentType, field.Definition));
                    return Settle(ExecuteFields(field.SelectFor(objectType), value, place.ToPath(), output), type, output, start);
            }
        }
        catch (Exception fault) when (!EndsAll(fault))
        {
            return new(Fail(fault, field, type, place, output, start));
        }
    }

    private ValueTask<Completion> CompleteList(
        PlannedField field,
        GraphQLType itemType,
        IReadOnlyList<object?> items,
        ResponsePath path,
        ResponseBuffer output)
    {
        output.WriteByte((byte)'[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) output.WriteByte((byte)',');
            var pending = Complete(field, itemType, items[i], new(path, null, i), output);
            if (!pending.IsCompletedSuccessfully) return FinishList(pending, field, itemType, items, i + 1, path, output);
            if (pending.Result == Completion.Failed) return new(Completion.Failed);
        }

        output.WriteByte((byte)']');
        return new(Completion.Written);
    }

    private ValueTask<Completion> FinishList(
        ValueTask<Completion> pending,
        PlannedField field,
        GraphQLType itemType,
        IReadOnlyList<object?> items,
        int from,
        ResponsePath path,
        ResponseBuffer output) => ParallelCompletion.Finish(
            pending,
            from,
            items.Count,
            (index, branch) => Complete(field, itemType, items[index], new(path, null, index), branch),
            (_, to) => to.WriteByte((byte)','),
            (byte)']',
            output);

    /// <summary>Stops null that comes from below, where the type allows null.</summary>
    private static ValueTask<Completion> Settle(ValueTask<Completion> inner, GraphQLType type, ResponseBuffer output, int start)
    {
        if (type is NonNullType) return inner;
        return inner.IsCompletedSuccessfully
            ? new(inner.Result == Completion.Failed ? Null(output, start) : inner.Result)
            : Await(inner, output, start);

        static async ValueTask<Completion> Await(ValueTask<Completion> inner, ResponseBuffer output, int start) =>
            await inner is var completion && completion == Completion.Failed ? Null(output, start) : completion;
    }

    private Completion RefuseNull(PlannedField field, in Place place, ResponseBuffer output, int start) =>
        Fail(
            new GraphQLException(ExecutionMessages.NullResult(field.ParentType, field.Definition)),
            field,
            field.Definition.Type.AsNonNull(),
            place,
            output,
            start);

    private Completion Fail(Exception fault, PlannedField field, GraphQLType type, in Place place, ResponseBuffer output, int start)
    {
        foreach (var error in FieldErrors.Of(fault, field, place.ToPath().ToList())) Errors.Add(error);
        return type is NonNullType ? Completion.Failed : Null(output, start);
    }

    private static Completion Null(ResponseBuffer output, int start)
    {
        output.Truncate(start);
        output.WriteNull();
        return Completion.Null;
    }

    /// <summary>Whether a fault is not one field's but ends the operation.</summary>
    private bool EndsAll(Exception fault) =>
        fault is ResponseMemoryException || (fault is OperationCanceledException && CancellationToken.IsCancellationRequested);

    /// <summary>A place in the result that is written out as a path only for objects, lists and errors.</summary>
    private readonly record struct Place(ResponsePath? Parent, string? Key, int Index)
    {
        public ResponsePath ToPath() => Key is null ? new(Parent, Index) : new(Parent, Key);
    }
}
