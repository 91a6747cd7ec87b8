using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Shapes;

/// <summary>Types of properties, and what else a class may have beside columns.</summary>
public sealed class TypeShapes
{
    [Theory]
    [InlineData("Foo<>")]
    [InlineData("Foo<Missing>")]
    [InlineData("Missing.Type")]
    [InlineData("global::Missing?")]
    [InlineData("Missing[]")]
    [InlineData("System.Numerics.BigInteger")]
    [InlineData("UInt128")]
    [InlineData("nuint")]
    [InlineData("ValueTuple")]
    [InlineData("(int A, int B)?")]
    [InlineData("int[][]")]
    [InlineData("int[]?[]")]
    [InlineData("object[]")]
    [InlineData("Dictionary<string, int>")]
    [InlineData("Func<int>")]
    [InlineData("IEnumerable<int>")]
    [InlineData("Thing.Inner")]
    [InlineData("System.Collections.IList")]
    [InlineData("Type")]
    [InlineData("Uri")]
    [InlineData("System.Text.Rune")]
    [InlineData("Nullable<Nullable<int>>")]
    [InlineData("void")]
    [InlineData("delegate*<int>")]
    [InlineData("int*")]
    [InlineData("Console")]
    [InlineData("Db")]
    [InlineData("ThingQuery")]
    [InlineData("var")]
    public void A_type_that_is_no_column_is_reported(string type)
    {
        var run = GeneratorTest.RunUnchecked($$"""
            public class Foo<T>;
            [Model] public unsafe partial class Thing { public int Id { get; set; } public {{type}} Odd { get; set; } = default!; public int Fine { get; set; } public struct Inner; }
            [Database] public partial class Db;
            """);

        Assert.Equal(["COV1005 Odd"], run.Reported);
        Assert.Equal(["Id", "Fine"], run.Model("Thing").Columns.Select(column => column.Property));
        run.AssertIsFaultless();
    }

    [Fact]
    public void A_type_of_another_generator_is_unknown_and_costs_no_other_model() => Assert.Equal(
        ["Other", "Thing"],
        GeneratorTest.Run(
            "[Model] public partial class Thing { public int Id { get; set; } public GeneratedElsewhere Odd { get; set; } } [Model] public partial class Other { public int Id { get; set; } } [Database] public partial class Db;",
            "COV1005 Odd").Models.Select(model => model.Type.Name));

    [Fact]
    public Task What_is_no_property_with_a_setter_is_no_column() => ShapeTest.RunAsync(
        """
        public interface INamed { string Hidden { get; set; } string Default => "d"; static abstract int Counter { get; set; } }
        [Model]
        public partial class Thing : INamed
        {
            private int _number;
            public const int Size = 3;
            public static readonly int Max = 4;
            public int Id { get; set; }
            public int this[int index] { get => index; set => _number = value; }
            public event EventHandler? Changed;
            public static int Counter { get; set; }
            public static event EventHandler? Gone { add { } remove { } }
            public ref int Number => ref _number;
            public ref readonly int Read => ref _number;
            public ReadOnlySpan<char> Letters => "abc";
            public int Twice => _number * 2;
            public int Only { get; } = 5;
            public int Written { set => _number = value; }
            private int Own { get; set; }
            protected int Inherited { get; set; }
            string INamed.Hidden { get; set; } = "h";
            public object? Field = null;
            public void Raise() { Changed?.Invoke(this, EventArgs.Empty); Own = Inherited; }
            public static Thing operator +(Thing left, Thing right) => left;
            public static implicit operator int(Thing thing) => thing.Id;
            ~Thing() { }
        }
        """,
        """
        await db.Things.InsertAsync(new Thing());
        Assert.Equal("id", Assert.Single(InfoOf<Thing>().Columns).Name);
        Assert.Equal(5, (await db.Things.SingleAsync()).Only);
        static ModelInfo InfoOf<T>() where T : class, IModel<T> => T.Info;
        """);

    [Theory]
    [InlineData("public Span<int> Odd { get => default; set { } }")]
    [InlineData("public unsafe int* Odd { get => null; set { } }")]
    [InlineData("public unsafe delegate*<void> Odd { get => null; set { } }")]
    public void What_lives_on_the_stack_is_no_column(string property) => GeneratorTest.Run(
        $"[Model] public partial class Thing {{ public int Id {{ get; set; }} {property} }} [Database] public partial class Db;", "COV1005 Odd");

    [Fact]
    public Task Json_may_be_any_type() => ShapeTest.RoundTripAsync(
        """
        [Json] public List<string?> Words { get; set; } = [];
            [Json] public Dictionary<string, (int? a, string? b)> Pairs { get; set; } = [];
            [Json] public Dictionary<string, List<int[]?>>? Deep { get; set; }
            [Json] public (int, string)? Pair { get; set; }
            [Json] public object? Any { get; set; }
            [Json] public DayOfWeek? Day { get; set; }
            [Json] public System.Numerics.BigInteger Big { get; set; }
        """,
        "Words = [\"a\", null], Pairs = new() { [\"x\"] = (1, null) }, Deep = new() { [\"y\"] = [[1], null] }, Day = DayOfWeek.Friday",
        "thing.Words.SequenceEqual(new[] { \"a\", null }) && thing.Pairs.ContainsKey(\"x\") && thing.Deep![\"y\"][0]![0] == 1 && thing.Day == DayOfWeek.Friday && thing.Any is null");

    [Fact]
    public Task Annotations_of_nullability_are_the_getters_and_setters() => ShapeTest.RoundTripAsync(
        """
        [System.Diagnostics.CodeAnalysis.AllowNull] public string Allowed { get => field ?? ""; set; } = "";
            [System.Diagnostics.CodeAnalysis.MaybeNull] public string Maybe { get; set; } = "m";
            [System.Diagnostics.CodeAnalysis.NotNull] public string? Sure { get => field ?? "s"; set; }
            [System.Diagnostics.CodeAnalysis.DisallowNull] public string? Refused { get; set; }
            public Nullable<Level> Level { get; set; }
            public System.Nullable<int> Number { get; set; }
            [Converter<SizeConverter>] public Size? Size { get; set; }
        """,
        "Refused = \"r\", Level = global::Level.High, Size = new Size(3)",
        "(thing.Allowed, thing.Maybe, thing.Sure, thing.Refused, thing.Level, thing.Number, thing.Size!.Value.Width) == (\"\", \"m\", \"s\", \"r\", Level.High, null, 3)",
        """
        public enum Level : ulong { Low, High }
        public readonly struct Size(int width) { public int Width => width; }
        public sealed class SizeConverter : IValueConverter<Size, int> { public static int ToStored(Size value) => value.Width; public static Size FromStored(int value) => new(value); }
        """);

    [Theory]
    [InlineData("byte")]
    [InlineData("sbyte")]
    [InlineData("short")]
    [InlineData("ushort")]
    [InlineData("int")]
    [InlineData("uint")]
    [InlineData("long")]
    [InlineData("ulong")]
    public Task An_enum_may_have_any_number(string number) => ShapeTest.RoundTripAsync(
        "public Level Level { get; set; } public Level? Other { get; set; } [Text] public Level Named { get; set; } [Text] public Level? NamedOther { get; set; }",
        "Level = Level.High, Other = Level.Max, Named = Level.High, NamedOther = null",
        "(thing.Level, thing.Other, thing.Named, thing.NamedOther) == (Level.High, Level.Max, Level.High, (Level?)null) && await db.Things.Where(t => t.Level == Level.High & t.Named == Level.High).CountAsync() == 1",
        $"public enum Level : {number} {{ Low, High, Max = {number}.MaxValue{(number == "ulong" ? " / 2" : "")}, @new = 5 }}");

    [Fact]
    public Task A_property_may_be_of_todays_kinds() => ShapeTest.RoundTripAsync(
        """
        public string Trimmed { get; set => field = value.Trim(); } = "";
            public partial int Split { get; set; }
            private int _split;
            public partial int Split { get => _split; set => _split = value; }
            public int Lazy { get => field == 0 ? 1 : field; set; }
            public virtual int Virtual { get; set; }
            public required int Required { get; set; }
            public int Init { get; init; }
            public int Private { get; private set; }
            public int Protected { get; protected internal set; }
            internal int Internal { get; set; }
            [Column("shown")] internal int Shown { get; set; }
            public partial Thing();
            public partial Thing() => Private = 9;
        """,
        "Trimmed = \" x \", Split = 2, Virtual = 3, Required = 4, Init = 5, Shown = 6",
        "(thing.Trimmed, thing.Split, thing.Lazy, thing.Virtual, thing.Required, thing.Init, thing.Private, thing.Shown) == (\"x\", 2, 1, 3, 4, 5, 9, 6)",
        "public static class Extensions { extension(Thing thing) { public int Doubled => thing.Split * 2; public static Thing Of(int number) => new() { Required = number }; } }");
}
