using Graph.GraphQL.Coercion;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.GraphQL.Responses;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>
/// One run of an operation (sections 6.3 and 6.4): resolves fields, completes their values and writes them straight into the
/// response. As long as nothing has to wait it is one loop without tasks; what waits runs side by side.
/// </summary>
internal sealed partial class OperationRun(
    ExecutableSchema schema,
    CoercedVariables variables,
    IServiceProvider? services,
    ErrorList errors,
    CancellationToken cancellationToken)
{
    public ExecutableSchema Schema { get; } = schema;

    public CoercedVariables Variables { get; } = variables;

    public IServiceProvider? Services { get; } = services;

    public ErrorList Errors { get; } = errors;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Takes down what fields wait for; null: nobody does.</summary>
    public OperationRecord? Record { get; init; }

    /// <summary>Most items a planned field may answer in one list.</summary>
    public int MaxListItems { get; init; } = int.MaxValue;

    /// <summary>
    /// ExecuteSelectionSet: the fields as one JSON object, side by side, or one after the other as the root fields of a
    /// mutation must.
    /// </summary>
    public ValueTask<Completion> ExecuteFields(
        PlannedField[] fields,
        object? source,
        ResponsePath? path,
        ResponseBuffer output,
        bool serially = false)
    {
        output.WriteByte((byte)'{');
        for (var i = 0; i < fields.Length; i++)
        {
            WriteKey(fields, i, output);
            var pending = ExecuteField(fields[i], source, path, output);
            if (!pending.IsCompletedSuccessfully)
            {
                return serially
                    ? FinishSerially(pending, fields, i + 1, source, path, output)
                    : FinishFields(pending, fields, i + 1, source, path, output);
            }

            if (pending.Result == Completion.Failed) return new(Completion.Failed);
        }

        output.WriteByte((byte)'}');
        return new(Completion.Written);
    }

    // A method of its own, so that only what waits pays for the closures.
    private ValueTask<Completion> FinishFields(
        ValueTask<Completion> pending,
        PlannedField[] fields,
        int from,
        object? source,
        ResponsePath? path,
        ResponseBuffer output) => ParallelCompletion.Finish(
        pending, from, fields.Length, (index, branch) => ExecuteField(fields[index], source, path, branch), (index, to) => WriteKey(
            fields,
            index,
            to), (byte)'}', output);

    private static void WriteKey(PlannedField[] fields, int index, ResponseBuffer output)
    {
        if (index > 0) output.WriteByte((byte)',');
        output.WriteRaw(fields[index].KeyJson);
    }

    private async ValueTask<Completion> FinishSerially(
        ValueTask<Completion> pending,
        PlannedField[] fields,
        int from,
        object? source,
        ResponsePath? path,
        ResponseBuffer output)
    {
        if (await pending == Completion.Failed) return Completion.Failed;
        for (var i = from; i < fields.Length; i++)
        {
            WriteKey(fields, i, output);
            if (await ExecuteField(fields[i], source, path, output) == Completion.Failed) return Completion.Failed;
        }

        output.WriteByte((byte)'}');
        return Completion.Written;
    }

    private ValueTask<Completion> ExecuteField(PlannedField field, object? source, ResponsePath? parent, ResponseBuffer output)
    {
        if (field.TypeNameJson is { } typeName)
        {
            output.WriteRaw(typeName);
            return new(Completion.Written);
        }

        return field.IsIntrospection && Variables.Count == 0 ? Introspect(field, source, parent, output) : Resolve(field, source, parent, output);
    }

    private ValueTask<Completion> Introspect(PlannedField field, object? source, ResponsePath? parent, ResponseBuffer output)
    {
        if (Schema.Introspected.Find(field) is { } known)
        {
            output.WriteRaw(known);
            return new(Completion.Written);
        }

        var (start, errors) = (output.Length, Errors.Count);
        var answer = Resolve(field, source, parent, output);
        if (answer.IsCompletedSuccessfully && answer.Result == Completion.Written && Errors.Count == errors)
            Schema.Introspected.Add(field, output.WrittenSpan[start..].ToArray(), output.Length - start + field.PlanBytes);
        return answer;
    }

    private ValueTask<Completion> Resolve(PlannedField field, object? source, ResponsePath? parent, ResponseBuffer output)
    {
        var start = output.Length;
        var place = new Place(parent, field.ResponseKey, 0);
        try
        {
            if (field.PlanFault is not null) throw field.PlanFault;
            if (field.Plan is { } plan)
            {
                var running = plan.ExecuteAsync(new(field, this, output), CancellationToken);
                return running.IsCompletedSuccessfully
                    ? new(SettlePlanned(field, place, output, start))
                    : AwaitPlanned(field, running, place, output, start);
            }

            var arguments = field.ConstantArguments ?? CoerceArguments(field);
            if (field.Behavior.Resolver is not { } resolver)
                return Complete(field, field.Definition.Type, field.Default.Resolve(source), place, output);
            var resolving = resolver(new(this, field, source, arguments, parent));
            return resolving.IsCompletedSuccessfully
                ? Complete(field, field.Definition.Type, resolving.Result, place, output)
                : AwaitValue(field, resolving, place, output, start);
        }
        catch (Exception fault) when (!EndsAll(fault))
        {
            return new(Fail(fault, field, field.Definition.Type, place, output, start));
        }
    }

    public InputObject CoerceArguments(PlannedField field)
    {
        var arguments = LiteralCoercion.Arguments(field.Definition.Arguments, field.Nodes[0].Arguments, field.Nodes[0], Variables);
        // Without variables in the operation they are the same in every run.
        if (Variables.Count == 0) field.ConstantArguments = arguments;
        return arguments;
    }

    private async ValueTask<Completion> AwaitValue(PlannedField field, ValueTask<object?> resolving, Place place, ResponseBuffer output, int start)
    {
        try
        {
            return await Complete(field, field.Definition.Type, await resolving, place, output);
        }
        catch (Exception fault) when (!EndsAll(fault))
        {
            return Fail(fault, field, field.Definition.Type, place, output, start);
        }
    }

    private async ValueTask<Completion> AwaitPlanned(PlannedField field, ValueTask running, Place place, ResponseBuffer output, int start)
    {
        try
        {
            await running;
            return SettlePlanned(field, place, output, start);
        }
        catch (Exception fault) when (!EndsAll(fault))
        {
            return Fail(fault, field, field.Definition.Type, place, output, start);
        }
    }

    /// <summary>A planned field writes its own bytes; only a null where none is allowed is still to be found.</summary>
    private Completion SettlePlanned(PlannedField field, Place place, ResponseBuffer output, int start)
    {
        if (!output.EndsWith(start, "null"u8)) return Completion.Written;
        return field.Definition.Type is NonNullType ? RefuseNull(field, place, output, start) : Completion.Null;
    }
}
