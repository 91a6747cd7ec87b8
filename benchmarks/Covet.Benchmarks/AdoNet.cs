using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bench;

/// <summary>The limit: what a good engineer writes by hand with ADO.NET. One connection, prepared commands, typed getters.</summary>
internal sealed class AdoNet(SqliteConnection connection)
{
    private const string PostColumns = "id, author_id, title, body, views, created_at";
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    public long Find(int id)
    {
        using var reader = Run($"SELECT {PostColumns} FROM posts WHERE id = @p", id);
        return reader.Read() ? Checksum.Of(ReadPost(reader)) : 0;
    }

    public long List(int count)
    {
        var posts = new List<PostRow>(count);
        using var reader = Run($"SELECT {PostColumns} FROM posts ORDER BY id LIMIT @p", count);
        while (reader.Read())
            posts.Add(ReadPost(reader));
        return Checksum.Of(posts);
    }

    public long Graph(int count)
    {
        var users = new Dictionary<int, UserRow>(count);
        using (var reader = Run("SELECT id, name, email, created_at FROM users ORDER BY id LIMIT @p", count))
        {
            while (reader.Read())
                users.Add(reader.GetInt32(0), new UserRow { Id = reader.GetInt32(0), Name = reader.GetString(1), Email = reader.GetString(2), CreatedAt = reader.GetString(3) });
        }
        var posts = new Dictionary<int, PostRow>(count * 10);
        using (var reader = Run($"SELECT {PostColumns} FROM posts WHERE author_id IN (SELECT value FROM json_each(@p)) ORDER BY id", Json(users.Keys)))
        {
            while (reader.Read())
            {
                var post = ReadPost(reader);
                posts.Add(post.Id, post);
                users[post.AuthorId].Posts.Add(post);
            }
        }
        string keys = Json(posts.Keys);
        using (var reader = Run("SELECT id, post_id, text FROM comments WHERE post_id IN (SELECT value FROM json_each(@p)) ORDER BY id", keys))
        {
            while (reader.Read())
                posts[reader.GetInt32(1)].Comments.Add(new CommentRow { Id = reader.GetInt32(0), PostId = reader.GetInt32(1), Text = reader.GetString(2) });
        }
        var tags = new Dictionary<int, TagRow>();
        using (var reader = Run("SELECT t.id, t.name, l.post_id FROM tags t JOIN post_tags l ON l.tag_id = t.id WHERE l.post_id IN (SELECT value FROM json_each(@p)) ORDER BY t.id", keys))
        {
            while (reader.Read())
            {
                int id = reader.GetInt32(0);
                if (!tags.TryGetValue(id, out var tag))
                    tags.Add(id, tag = new TagRow { Id = id, Name = reader.GetString(1) });
                posts[reader.GetInt32(2)].Tags.Add(tag);
            }
        }
        return Checksum.Of(users.Values);
    }

    public long Insert(int count)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO tags (name) VALUES (@p) RETURNING id";
        command.Transaction = transaction;
        var name = command.Parameters.Add("@p", SqliteType.Text);
        for (int i = 0; i < count; i++)
        {
            name.Value = $"tag {i}";
            if (command.ExecuteScalar() is not long)
                throw new InvalidOperationException("No key came back.");
        }
        transaction.Rollback();
        return count;
    }

    private static PostRow ReadPost(SqliteDataReader reader) => new()
    {
        Id = reader.GetInt32(0),
        AuthorId = reader.GetInt32(1),
        Title = reader.GetString(2),
        Body = reader.GetString(3),
        Views = reader.GetInt32(4),
        CreatedAt = reader.GetDateTimeOffset(5),
    };

    private static string Json(IEnumerable<int> keys) => $"[{string.Join(',', keys.Select(key => key.ToString(CultureInfo.InvariantCulture)))}]";

    private SqliteDataReader Run(string sql, object value)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("@p", value);
            command.Prepare();
            _commands.Add(sql, command);
        }
        command.Parameters[0].Value = value;
        return command.ExecuteReader();
    }
}
