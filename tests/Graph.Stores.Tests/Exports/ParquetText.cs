using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace Graph.Stores.Tests.Exports;

/// <summary>Parquet files as text: the schema, then a line for each row with its values in order.</summary>
internal static class ParquetText
{
    public static async Task<string> OfAsync(Files files, params string[] names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
        {
            await using var reader = await ParquetReader.CreateAsync(new MemoryStream(files.Bytes(name)));
            text.Append(CultureInfo.InvariantCulture, $"--- {name}\n").AppendJoin(", ", reader.Schema.DataFields.Select(field => field.Name)).Append('\n');
            foreach (var group in reader.RowGroups)
            {
                var columns = new List<string[]>();
                foreach (var field in reader.Schema.DataFields) columns.Add(await ValuesAsync(group, field));
                for (var row = 0; row < group.RowCount; row++) text.AppendJoin(" | ", columns.Select(column => column[row])).Append('\n');
            }
        }

        return text.ToString();
    }

    private static async Task<string[]> ValuesAsync(ParquetRowGroupReader group, DataField field)
    {
        if (field.ClrType == typeof(long)) return await OfAsync<long>(group, field, value => value.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(double)) return await OfAsync<double>(group, field, value => value.ToString("R", CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(bool)) return await OfAsync<bool>(group, field, value => value ? "true" : "false");
        if (field.ClrType == typeof(DateTime)) return await OfAsync<DateTime>(group, field, value => value.ToString("O", CultureInfo.InvariantCulture));
        var texts = new string?[group.RowCount];
        await group.ReadAsync(field, texts.AsMemory());
        return [.. texts.Select(text => text is null ? "-" : $"\"{text.ReplaceLineEndings("\\n")}\"")];
    }

    private static async Task<string[]> OfAsync<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text)
        where T : struct
    {
        var values = new T?[group.RowCount];
        await group.ReadAsync<T>(field, values.AsMemory());
        return [.. values.Select(value => value is { } known ? text(known) : "-")];
    }
}
