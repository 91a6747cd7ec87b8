using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Diagnostics;

/// <summary>The rules of what a column holds.</summary>
public sealed partial class RuleTests
{
    [Theory]
    [InlineData("[Precision(5, 8)]", "decimal")]
    [InlineData("[Precision(5, -1)]", "decimal")]
    [InlineData("[Precision(0)]", "decimal?")]
    [InlineData("[Precision(1001)]", "decimal")]
    [InlineData("[Precision(10, 2)]", "double")]
    [InlineData("[Precision(10, 2)]", "decimal[]")]
    [InlineData("[Precision(10, 2), Json]", "decimal")]
    [InlineData("[MaxLength(0)]", "string?")]
    [InlineData("[MaxLength(10485761)]", "string?")]
    [InlineData("[MaxLength(5)]", "int")]
    [InlineData("[MaxLength(5)]", "byte[]?")]
    [InlineData("[MaxLength(5), Json]", "string?")]
    [InlineData("[MaxLength(5)]", "System.DayOfWeek")]
    public void COV1030_fires_on_limits_that_can_t_be(string attribute, string type) =>
        GeneratorTest.Run($"[Model] public partial class Item {{ public int Id {{ get; set; }} {attribute} public {type} Value {{ get; set; }} }}", "COV1030 Value");

    [Theory]
    [InlineData("[Precision(5, 5)]", "decimal")]
    [InlineData("[Precision(1000)]", "decimal?")]
    [InlineData("[MaxLength(1)]", "string?")]
    [InlineData("[MaxLength(10485760)]", "string[]?")]
    [InlineData("[MaxLength(9), Text]", "System.DayOfWeek")]
    [InlineData("[System.ComponentModel.DataAnnotations.MaxLength(5)]", "byte[]?")]
    [InlineData("[System.ComponentModel.DataAnnotations.MaxLength]", "string?")]
    public void COV1030_is_silent_on_limits_that_fit(string attribute, string type) =>
        GeneratorTest.Run($"[Model] public partial class Item {{ public int Id {{ get; set; }} {attribute} public {type} Value {{ get; set; }} }}");

    [Theory]
    [InlineData("timestamp with time zone", "System.DateTime")]
    [InlineData("TIMESTAMPTZ", "System.DateTime?")]
    [InlineData("timestamptz(3)", "System.DateTime")]
    [InlineData("timestamp(3) with time zone", "System.DateTime")]
    [InlineData("timestamp", "System.DateTimeOffset")]
    [InlineData("timestamp without time zone", "System.DateTimeOffset?")]
    public void COV1031_fires_on_clocks_in_columns_of_the_other_kind(string column, string type) =>
        GeneratorTest.Run($"[Model] public partial class Item {{ public int Id {{ get; set; }} [Column(\"at\", TypeName = \"{column}\")] public {type} At {{ get; set; }} }}", "COV1031 At");

    [Theory]
    [InlineData("timestamp", "System.DateTime")]
    [InlineData("timestamptz", "System.DateTimeOffset?")]
    [InlineData("date", "System.DateTime")]
    public void COV1031_is_silent_on_columns_of_their_kind(string column, string type) =>
        GeneratorTest.Run($"[Model] public partial class Item {{ public int Id {{ get; set; }} [Column(\"at\", TypeName = \"{column}\")] public {type} At {{ get; set; }} }}");
}
