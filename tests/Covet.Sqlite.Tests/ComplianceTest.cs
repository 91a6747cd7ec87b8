using Covet.Specification;

namespace Covet.Sqlite.Tests;

public sealed class ComplianceTest
{
    [Fact]
    public void Every_suite_is_inherited() => Compliance.AssertInheritsEverySuite(typeof(ComplianceTest).Assembly);
}
