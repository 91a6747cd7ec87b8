using Covet.Specification;
using Xunit.Abstractions;

namespace Covet.Sqlite.Tests;

public sealed class ComplianceTest(ITestOutputHelper output)
{
    [Fact]
    public void Every_suite_is_inherited() => Compliance.AssertInheritsEverySuite(typeof(ComplianceTest).Assembly);

    [Fact]
    public void Every_line_of_the_specification_has_a_test() => Compliance.AssertTestsEveryLine(typeof(ComplianceTest).Assembly, output.WriteLine);
}
