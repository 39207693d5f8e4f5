import assert from 'node:assert/strict';
import { installFault } from '../../../../src/core/python/installFault.js';

describe('Why an installer gave up', () => {
  it('is that there is no network, whichever installer says so', () => {
    const pip = `WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f8ac86be450>: Failed to establish a new connection: [Errno -2] Name or service not known')': /simple/attrs/
ERROR: Could not find a version that satisfies the requirement attrs (from versions: none)
ERROR: No matching distribution found for attrs`;
    const uv = `error: Failed to fetch: \`https://pypi.org/simple/attrs/\`
  Caused by: Request failed after 3 retries
  Caused by: error sending request for url (https://pypi.org/simple/attrs/)
  Caused by: client error (Connect)
  Caused by: dns error: failed to lookup address information: Temporary failure in name resolution`;
    assert.deepEqual(installFault(pip), { kind: 'offline' });
    assert.deepEqual(installFault(uv), { kind: 'offline' });
  });

  it('is pip’s last word, passing over where to read more', () => {
    const detail = (text: string): string => {
      const fault = installFault(text);
      assert.equal(fault.kind, 'refused');
      return fault.detail;
    };
    assert.equal(
      detail(`ERROR: Could not find a version that satisfies the requirement nope (from versions: none)
ERROR: No matching distribution found for nope\n`),
      'No matching distribution found for nope',
    );
    assert.equal(
      detail(`ERROR: Cannot install a==1 and b==1 because these package versions have conflicting dependencies.

The conflict is caused by:
    The user requested a==1
ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/`),
      'Cannot install a==1 and b==1 because these package versions have conflicting dependencies.',
    );
    assert.equal(
      detail(`  × No solution found when resolving dependencies:
  ╰─▶ Because nope was not found in the package registry and you require
      nope, we can conclude that your requirements are unsatisfiable.

      hint: Packages were unavailable because index lookups were disabled`),
      'Because nope was not found in the package registry and you require nope, we can conclude that your requirements are unsatisfiable.',
    );
    assert.equal(
      detail('The virtual environment was not created.\n'),
      'The virtual environment was not created.',
    );
    assert.equal(detail(''), '');
  });
});
