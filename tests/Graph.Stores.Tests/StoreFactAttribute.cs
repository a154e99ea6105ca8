using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Graph.Stores.Tests;

/// <summary>A promise of the contract. Where the stores of a kind are not at hand, its tests are skipped and say why.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Graph.Stores.Tests.StoreFactDiscoverer", "Graph.Stores.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>A promise of the contract that is put to several cases; see <see cref="StoreFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Graph.Stores.Tests.StoreTheoryDiscoverer", "Graph.Stores.Tests")]
public sealed class StoreTheoryAttribute : TheoryAttribute;

/// <summary>Finds the tests of the contract in the classes that derive it.</summary>
public sealed class StoreFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo attribute) =>
        SkippedTestCase.For(method, options, DiagnosticMessageSink) ?? base.CreateTestCase(options, method, attribute);
}

/// <summary>Finds the tests of the contract that have cases.</summary>
public sealed class StoreTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo attribute) =>
        SkippedTestCase.For(method, options, DiagnosticMessageSink) is { } skipped ? [skipped] : base.Discover(options, method, attribute);
}

/// <summary>A test that does not run, with the reason.</summary>
public sealed class SkippedTestCase : XunitTestCase
{
    private string reason = "";

    [Obsolete("Called by the deserializer; should only be called by deriving classes for deserialization.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public SkippedTestCase()
    {
    }

    public SkippedTestCase(string reason, IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
        this.reason = reason;
        SkipReason = reason;
    }

    /// <summary>The test, skipped, when the stores that its class is about are not at hand; otherwise null.</summary>
    public static SkippedTestCase? For(ITestMethod method, ITestFrameworkDiscoveryOptions options, IMessageSink diagnostics) =>
        method.TestClass.Class.Name.Contains("Neo4j", StringComparison.Ordinal) && ReasonOf(method.TestClass.Class.Name) is { } reason
            ? new(reason, diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
            : null;

    private static string? ReasonOf(string type) =>
        type.Contains("OverHttp", StringComparison.Ordinal) ? Neo4jStoresOverHttp.NotAtHand : Neo4jStores.NotAtHand;

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue(nameof(reason), reason);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        // First, because the base asks for the reason.
        reason = data.GetValue<string>(nameof(reason));
        base.Deserialize(data);
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) => reason;
}
