namespace Covet.Analyzers.Tests.RawSql;

public sealed partial class COV2001Tests
{
    [Fact]
    public Task A_wrapper_is_reported_where_it_passes_its_parameter_on() => VerifyAsync("""
        public static class Wrapper
        {
            public static RawExpression Of(string sql) => new([|sql|]);
            public static RawExpression Use(string text) => Of(text);
        }
        """);

    [Fact]
    public Task A_parameter_that_expects_a_constant_moves_the_rule_to_the_callers() => VerifyAsync("""
        public static class Wrapper
        {
            private static readonly string Text = "a";
            public static RawExpression Of(int number, [ConstantExpected] string sql = "b") => new(sql + " c");
            public static RawExpression Again([ConstantExpected] string sql) => Of(1, sql);
            public static RawExpression Extended([ConstantExpected] this string sql) => new(sql);
            public static RawExpression Local(string name)
            {
                var each = Of(1, "a");
                static RawExpression Inner([ConstantExpected] string sql) => new(sql);
                _ = Inner("a");
                return Inner([|name|]);
            }
            public static void Use(string name)
            {
                var constant = "a";
                _ = Of(1);
                _ = Of(sql: constant + Text, number: 2);
                _ = Again("a");
                _ = "a".Extended();
                _ = Of(1, [|name|]);
                _ = Of(sql: [|name|], number: 1);
                _ = Again([|name|]);
                _ = [|name|].Extended();
                Func<int, string, RawExpression> group = [|Of|];
            }
        }
        """);

    [Fact]
    public Task Constructors_and_conversions_pass_text_on_too() => VerifyAsync("""
        public class Clause
        {
            private readonly RawExpression _sql;
            public Clause([ConstantExpected] string sql) => _sql = new RawExpression(sql);
            public Clause(string sql, int number) : this([|sql|]) { }
            public Clause(int number) : this("a") { }
            public static implicit operator Clause([ConstantExpected] string sql) => new(sql);
        }
        public class Derived : Clause
        {
            public Derived(string sql) : base([|sql|]) { }
            public Derived() : base("a") { }
            public static void Use(string name)
            {
                Clause constant = "a";
                Clause variable = [|name|];
                Clause cast = (Clause)[|name|];
                Clause created = new([|name|]);
            }
        }
        """);

    [Fact]
    public Task A_delegate_may_expect_a_constant_itself() => VerifyAsync("""
        public delegate RawExpression Make([ConstantExpected] string sql);
        public static class Wrapper
        {
            public static RawExpression Of([ConstantExpected] string sql) => new(sql);
            public static void Use(string name)
            {
                Make group = Of;
                Make lambda = sql => new RawExpression(sql);
                Func<string, RawExpression> marked = ([ConstantExpected] string sql) => new RawExpression([|sql|]);
                _ = group("a");
                _ = group([|name|]);
            }
        }
        """);

    [Fact]
    public Task A_promise_is_worth_what_the_declarations_above_it_promise() => VerifyAsync("""
        public interface IClauses { RawExpression Of(string sql); RawExpression Kept([ConstantExpected] string sql); }
        public abstract class Clauses { public abstract RawExpression From(string sql); public abstract RawExpression Kept2([ConstantExpected] string sql); }
        public sealed class Written : Clauses, IClauses
        {
            public RawExpression Of([ConstantExpected] string sql) => new([|sql|]);
            public RawExpression Kept([ConstantExpected] string sql) => new(sql);
            public override RawExpression From([ConstantExpected] string sql) => new([|sql|]);
            public override RawExpression Kept2([ConstantExpected] string sql) => new(sql);
            public static void Use(IClauses clauses, string name) { _ = clauses.Kept("a"); _ = clauses.Kept([|name|]); }
        }
        """);

    [Fact]
    public Task A_promise_is_broken_by_a_write() => VerifyAsync("""
        public static class Wrapper
        {
            public static RawExpression Of([ConstantExpected] string sql)
            {
                sql += Environment.MachineName;
                return new([|sql|]);
            }
            public static RawExpression Kept([ConstantExpected] string sql)
            {
                sql += " a";
                return new(sql);
            }
        }
        """);

    [Fact]
    public Task Constants_that_are_no_sql_are_not_checked() => VerifyAsync("""
        public static class Log
        {
            public static void Write([ConstantExpected] string template) => Console.WriteLine(template);
            public static string Same([ConstantExpected] string text) => text;
            public static void Use(string name)
            {
                Write(name);
                _ = new RawExpression([|Same(name)|]);
            }
        }
        """);

    [Fact]
    public Task Wrappers_that_call_each_other_end() => VerifyAsync("""
        public static class Wrapper
        {
            public static void A([ConstantExpected] string sql) => B(sql);
            public static void B([ConstantExpected] string sql) => A(sql);
            public static void Use(string name) => A(name);
        }
        """);

    [Fact]
    public Task Fields_of_instances_and_partial_types_are_followed() => VerifyAsync("""
        public partial class Store
        {
            private readonly string _safe = "a";
            private readonly string _given;
            private string _loose = "a";
            public Store(string given, bool flag)
            {
                _given = given;
                if (flag)
                    _safe = "b";
            }
            public RawExpression Safe => new(_safe + Shared);
            public RawExpression Given => new([|_given|]);
            public RawExpression Loose => new([|_loose|]);
        }
        public partial class Store
        {
            private static readonly string Shared = nameof(Store);
            private string Name { get; init; } = "a";
            public RawExpression Named => new([|Name|]);
        }
        """);
}
