using Covet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Shapes;

/// <summary>All models of the zoo under ways to compile a project, several at once: what is generated has no warning, and is the same.</summary>
public sealed class ConfigurationShapes
{
    private const string ImplicitUsings =
        "global using global::System; global using global::System.Collections.Generic; global using global::System.IO; global using global::System.Linq; "
        + "global using global::System.Net.Http; global using global::System.Threading; global using global::System.Threading.Tasks;";

    private const string HostileAliases =
        "global using String = System.Int32; global using Task = System.Int64; global using Type = System.Int16; global using Action = System.Char; "
        + "global using StringBuilder = System.Int32; global using CancellationToken = System.Int32; global using IEnumerable = System.Int32; global using Query = System.Int32;";

    private static readonly Dictionary<string, CompileSettings> All = new()
    {
        ["nullable off"] = new() { Nullable = false, NewLine = "\r\n", Culture = "tr-TR" },
        ["implicit usings"] = new() { GlobalUsings = ImplicitUsings, IsChecked = true, Culture = "fa-IR" },
        ["hostile aliases"] = new() { GlobalUsings = HostileAliases, AllowsUnsafe = true, Language = LanguageVersion.Preview, Culture = "sv-SE" },
    };

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_zoo_compiles(string name)
    {
        foreach (var source in Sources)
            AssertCompiles(All[name], name == "nullable off" ? source.Replace("[Unique] public string", "[Unique] public required string", StringComparison.Ordinal) : source);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    public void Culture_changes_nothing(string culture)
    {
        const string source = "[Model] public partial class Item { public int Id { get; set; } public int I { get; set; } [MaxLength(1234)] public string TITLE { get; set; } = \"\"; [ForeignKey(OnDelete = OnDelete.SetDefault, Default = -1234567)] public partial Item Parent { get; set; } } [Database] public partial class Db;";

        Assert.Equal(Texts(new CompileSettings().Run(source)), Texts(new CompileSettings { Culture = culture }.Run(source)));
    }

    [Fact]
    public void Line_ends_change_nothing()
    {
        foreach (var source in Sources)
            Assert.Equal(Texts(new CompileSettings().Run(source)), Texts(new CompileSettings { NewLine = "\r\n" }.Run(source)));
    }

    [Fact]
    public void Generated_files_end_their_lines_alike() =>
        Assert.All(Texts(new CompileSettings { NewLine = "\r\n" }.Run(Zoo.Types)), text => Assert.DoesNotContain("\r", text, StringComparison.Ordinal));

    [Fact]
    public void Directives_may_stand_around_members() => AssertCompiles(
        new CompileSettings { Symbols = ["WIDE"] },
        """
        [Model]
        #if WIDE
        [Index("Width")]
        #endif
        public partial class User
        {
        #region columns
            public int Id { get; set; }
        #line 100 "elsewhere.txt"
        #if WIDE
            public int Width { get; set; }
        #else
            public int Nothing { get; set; }
        #endif
        #line default
        #pragma warning disable CS0169, CS0414
            private int _unused;
        #pragma warning restore
        #line hidden
            [ForeignKey] public partial User? Boss { get; set; }
        #endregion
        }
        [Database] public partial class Db;
        """);

    [Fact]
    public void Documentation_is_of_the_users_own_making() => AssertCompiles(
        new CompileSettings(),
        """"
        /// <summary>A &lt;user&gt; &amp; more ]]&gt; <c>x</c> <![CDATA[ <b> & ]]> <see cref="User.Name"/></summary>
        [Model(Table = "a<b>&c]]>")]
        public partial class User
        {
            /// <summary>1 &lt; 2</summary>
            public int Id { get; set; }
            /** <summary>"</summary> */
            [Column("x<y>&\"z\"")] public string Name { get; set; } = "";
            /// <inheritdoc cref="Name"/>
            [ForeignKey(Column = "<boss>&", RelatedName = "Team")] public partial User? Boss { get; set; }
            /// <summary/>
            [ManyToMany(Table = "]]><!--")] public partial ManyToMany<User, UserQuery> Friends { get; }
        }
        /// <summary/>
        [Database] public partial class Db;
        """");

    internal static void AssertCompiles(CompileSettings settings, string source)
    {
        var run = settings.Run(source);
        Assert.Empty(run.Reported);
        run.AssertIsFaultless();
        Assert.DoesNotContain(run.Output.GetDiagnostics(), diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsWarningAsError: false });
    }

    private static IEnumerable<string> Sources => Zoo.Shapes.Values.Append(Zoo.Types).Append(Blog.Source);

    private static IEnumerable<string> Texts(GeneratorRun run) => run.Result.GeneratedTrees.Select(tree => tree.ToString());
}
