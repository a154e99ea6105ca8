using Graph.GraphQL.Validation.Rules;

namespace Graph.GraphQL.Validation;

/// <summary>The rules of the specification, in the order in which the reference implementation checks them.</summary>
internal static class SpecifiedRules
{
    /// <summary>Section 5: documents to be executed.</summary>
    public static RuleSet Executable { get; } = new(
        context => new ExecutableDefinitionsRule(context),
        context => new OperationTypeExistenceRule(context),
        context => new UniqueOperationNamesRule(context),
        context => new LoneAnonymousOperationRule(context),
        context => new SingleFieldSubscriptionsRule(context),
        context => new KnownTypeNamesRule(context),
        context => new FragmentsOnCompositeTypesRule(context),
        context => new VariablesAreInputTypesRule(context),
        context => new ScalarLeafsRule(context),
        context => new FieldsOnCorrectTypeRule(context),
        context => new UniqueFragmentNamesRule(context),
        context => new KnownFragmentNamesRule(context),
        context => new NoUnusedFragmentsRule(context),
        context => new PossibleFragmentSpreadsRule(context),
        context => new NoFragmentCyclesRule(context),
        context => new UniqueVariableNamesRule(context),
        context => new NoUndefinedVariablesRule(context),
        context => new NoUnusedVariablesRule(context),
        context => new KnownDirectivesRule(context),
        context => new UniqueDirectivesPerLocationRule(context),
        context => new KnownArgumentNamesRule(context),
        context => new UniqueArgumentNamesRule(context),
        context => new ValuesOfCorrectTypeRule(context),
        context => new ProvidedRequiredArgumentsRule(context),
        context => new VariablesInAllowedPositionRule(context),
        context => new OverlappingFieldsCanBeMergedRule(context),
        context => new UniqueInputFieldNamesRule(context),
        context => new MaxIntrospectionDepthRule(context),
        context => new NoSchemaIntrospectionRule(context));

    /// <summary>Section 3: documents that define a type system.</summary>
    public static RuleSet TypeSystem { get; } = new(
        context => new LoneSchemaDefinitionRule(context),
        context => new UniqueOperationTypesRule(context),
        context => new UniqueTypeNamesRule(context),
        context => new UniqueEnumValueNamesRule(context),
        context => new UniqueFieldDefinitionNamesRule(context),
        context => new UniqueArgumentDefinitionNamesRule(context),
        context => new UniqueDirectiveNamesRule(context),
        context => new KnownTypeNamesRule(context),
        context => new KnownDirectivesRule(context),
        context => new UniqueDirectivesPerLocationRule(context),
        context => new PossibleTypeExtensionsRule(context),
        context => new KnownArgumentNamesOnDirectivesRule(context),
        context => new UniqueArgumentNamesRule(context),
        context => new UniqueInputFieldNamesRule(context),
        context => new ProvidedRequiredArgumentsOnDirectivesRule(context));
}
