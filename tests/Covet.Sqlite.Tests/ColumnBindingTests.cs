using System.Data.Common;
using Covet.Infrastructure;
using Covet.Specification;
using Zoo;

namespace Covet.Sqlite.Tests;

/// <summary>One column of an instance is bound as the statement that inserts it binds it.</summary>
public sealed class ColumnBindingTests
{
    [Fact]
    public Task A_column_of_every_type_is_bound_as_by_the_insert()
    {
        var filled = TypeSuite.Filled();
        filled.Id = 1;
        return AssertBoundAlikeAsync(filled, db => db.Everythings.InsertAsync);
    }

    [Fact]
    public Task Columns_without_a_value_are_bound_as_by_the_insert() => AssertBoundAlikeAsync(new Everything { Id = 1 }, db => db.Everythings.InsertAsync);

    [Fact]
    public Task Foreign_keys_are_bound_as_by_the_insert() => AssertBoundAlikeAsync(new Parcel { Id = 1, WholeId = 2, MaybeMood = Mood.Wild }, db => db.Parcels.InsertAsync);

    [Fact]
    public void There_is_no_other_column()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Bind(new Parcel(), new Recorded(), Ordinals<Parcel>().Last() + 1));
        Assert.Equal("ordinal", exception.ParamName);
    }

    private static async Task AssertBoundAlikeAsync<TModel>(TModel model, Func<ZooDb, Func<TModel, CancellationToken, Task>> insert) where TModel : class, IModel<TModel>
    {
        await using var provider = new RecordingProvider();
        await insert(new ZooDb(provider))(model, CancellationToken.None);
        var columns = new Recorded();
        foreach (int ordinal in Ordinals<TModel>())
            Bind(model, columns, ordinal);
        Assert.Equal(TModel.Info.Columns.Count, columns.Values.Count);
        Assert.Equal(provider.Inserted.Values.OrderBy(value => value.Name, StringComparer.Ordinal), columns.Values.OrderBy(value => value.Name, StringComparer.Ordinal));
    }

    private static IEnumerable<int> Ordinals<TModel>() where TModel : class, IModel<TModel> => Enumerable.Range(0, TModel.Info.Columns.Count);

    private static void Bind<TModel>(TModel model, ParameterBinder binder, int ordinal) where TModel : class, IModel<TModel>
        => TModel.BindColumn(binder, ordinal < TModel.Info.Columns.Count ? TModel.Info.Columns[ordinal].Name : "none", model, ordinal);

    /// <summary>Binds what would be sent, and sends nothing.</summary>
    private sealed class RecordingProvider : IDatabaseProvider
    {
        private readonly SqliteProvider _connections = new("Data Source=:memory:");

        public Recorded Inserted { get; } = new();

        public SqlDialect Dialect => _connections.Dialect;

        public SqlExecutor Executor => new RecordingExecutor(Inserted);

        public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => _connections.OpenAsync(cancellationToken);

        public ValueTask ReleaseAsync(DbConnection connection) => _connections.ReleaseAsync(connection);

        public ValueTask DisposeAsync() => _connections.DisposeAsync();

        public void Dispose() => _connections.Dispose();
    }

    private sealed class RecordingExecutor(Recorded recorded) : SqlExecutor
    {
        public override Task<int> ExecuteAsync(DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
        {
            statement.Parameters.BindTo(recorded);
            return Task.FromResult(1);
        }
    }

    private sealed class Recorded : ParameterBinder
    {
        public List<(string Name, Type Type, object? Value)> Values { get; } = [];

        public override void Add<T>(string name, T value) => Values.Add((name, typeof(T), value));

        public override void AddNull<T>(string name) => Values.Add((name, typeof(T), null));

        public override void AddJson(string name, string? json) => Values.Add((name, typeof(object), json));

        public override void AddList<T>(string name, IReadOnlyList<T> values) => throw new NotSupportedException();

        public override void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys) => throw new NotSupportedException();

        public override void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys) => throw new NotSupportedException();
    }
}
