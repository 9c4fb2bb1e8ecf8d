import {
  type ColumnDefinitionNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  RawNode,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';

/** Column types of migrations by the types that hold the same in PostgreSQL. */
const types: ReadonlyMap<string, string> = new Map([
  // Text is compared by its bytes, as in SQLite, whatever the language of the server.
  ['text', 'text collate "C"'],
  // SQLite's integers have eight bytes.
  ['integer', 'bigint'],
]);

class ColumnTypes extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const column = super.transformColumnDefinition(node);
    const { dataType } = column;
    const name = 'dataType' in dataType && typeof dataType.dataType === 'string' ? dataType.dataType : '';
    const type = types.get(name);
    return type === undefined ? column : { ...column, dataType: RawNode.createWithSql(type) };
  }
}

/** Gives the columns that migrations make the types under which both databases hold and sort the same. */
export class ColumnTypesPlugin implements KyselyPlugin {
  readonly #transformer = new ColumnTypes();

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(node);
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }
}
