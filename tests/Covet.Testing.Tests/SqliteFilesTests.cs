using Microsoft.Data.Sqlite;

namespace Covet.Testing.Tests;

public sealed class SqliteFilesTests
{
    [Fact]
    public async Task A_file_lasts_until_it_is_disposed_of()
    {
        var file = SqliteFiles.Create();
        await using (var connection = new SqliteConnection(file.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new SqliteCommand("PRAGMA journal_mode = wal; CREATE TABLE mark (id integer)", connection);
            await command.ExecuteNonQueryAsync();
        }

        Assert.True(File.Exists(file.Path));

        file.Dispose();

        Assert.False(Directory.Exists(Path.GetDirectoryName(file.Path)));
    }
}
